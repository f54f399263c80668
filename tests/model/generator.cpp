#include "generator.hpp"

#include "features.hpp"
#include "random_source.hpp"

#include <algorithm>

namespace model {
namespace {

/// How much goes wrong in a flow.
enum class weather {
    fair,    ///< attempts fail, tasks don't
    mixed,   ///< a task fails now and then
    stormy,  ///< many do
};

/// What the steps of one flow share.
struct setting {
    weather expected = weather::fair;
    bool is_large = false;
    bool input_is_document = false;
    int items = 0;
    caps most;

    /// With many items nothing may multiply them, or be sent with each: that would take minutes.
    bool is_wide() const { return items > 25; }
};

setting draw_setting(random_source random, const caps& most) {
    setting s;
    s.most = most;
    s.expected = random.pick(std::vector{weather::fair, weather::fair, weather::mixed, weather::stormy});
    const int size = random.between(0, 99);
    s.is_large = size == 0;
    s.items = size == 0   ? random.between(2500, 11000)
              : size < 8  ? 0
              : size < 90 ? random.between(1, 25)
                          : random.between(50, 400);
    s.input_is_document = features::paths && !s.is_wide() && random.percent(30);
    return s;
}

json draw_item(random_source& random, int number) {
    switch (random.between(0, 7)) {
    case 0:
        return number;
    case 1:
        return "item " + std::to_string(number);
    case 2:
        return "\"Zürich\"\n\t\\" + std::to_string(number);
    case 3:
        return json::array({number, nullptr, json::array()});
    case 4:
        return random.percent(30) ? json(nullptr) : json(random.percent(50));
    default:
        return {{"id", number}, {"é", "x"}, {"a long key", json::object()}};
    }
}

json draw_items(random_source& random, int count) {
    json items = json::array();
    for (int i = 0; i < count; ++i) items.push_back(draw_item(random, i));
    return items;
}

json draw_input(random_source random, const setting& s) {
    const int items = std::min(s.items, s.most.items);
    if (!s.input_is_document) {
        if (random.percent(2)) return {{"not", "an array"}};
        return draw_items(random, items);
    }
    json orders = json::array();
    for (int i = 0; i < items; ++i) {
        orders.push_back({{"id", i}, {"lines", draw_items(random, random.between(0, 3))}});
    }
    return {{"orders", orders}, {"note", "ü"}};
}

// -- sources ---------------------------------------------------------------------------------------

/// A source, and the path into it.
struct origin {
    std::string fanout_from, fanout_path;
};

std::string draw_path_into(random_source& random, const setting& s, const step& source) {
    if (!features::paths || s.is_wide()) return {};
    switch (source.does.output) {
    case shape::document: {
        const std::string each = source.is_fanout ? "$[*]" : "$";
        return each + random.pick(std::vector<std::string>{".orders[*]", ".orders[*].lines[*]"});
    }
    case shape::list:
        if (source.is_fanout) return random.pick(std::vector<std::string>{"", "$[*]", "$[*][*]"});
        return random.pick(std::vector<std::string>{"", "", "$[*]"});
    default:
        return source.is_fanout && random.percent(15) ? "$[*]" : "";
    }
}

origin draw_from_run(random_source& random, const setting& s) {
    if (s.input_is_document) {
        return {"run", random.pick(std::vector<std::string>{"$.orders[*]", "$.orders[*].lines[*]"})};
    }
    return {"run", features::paths && random.percent(20) ? "$[*]" : ""};
}

/// Whether something can be fanned out over its output, or nothing can and that is rare enough.
bool is_source(random_source& random, const step& s) {
    if (s.counts_only) return false;
    if (s.is_fanout || s.does.output == shape::list) return true;
    if (s.does.output == shape::document) return features::paths;
    return random.percent(4);
}

origin draw_origin(random_source& random, const setting& s, const step& of,
                   const std::vector<step>& earlier) {
    std::vector<const step*> sources;
    for (const step& dependency : earlier) {
        const bool depends =
            std::find(of.depends_on.begin(), of.depends_on.end(), dependency.slug) != of.depends_on.end();
        if (depends && is_source(random, dependency)) sources.push_back(&dependency);
    }
    if (sources.empty() || random.percent(15)) return draw_from_run(random, s);
    if (of.depends_on.size() > 1 && !features::several_sources) return draw_from_run(random, s);
    const step& source = *random.pick(sources);
    const bool is_named = of.depends_on.size() > 1 || (features::several_sources && random.percent(10));
    return {is_named ? source.slug : "", draw_path_into(random, s, source)};
}

// -- steps -----------------------------------------------------------------------------------------

std::vector<std::string> draw_dependencies(random_source& random, const std::vector<step>& earlier) {
    std::vector<std::string> result;
    if (earlier.empty() || random.percent(15)) return result;
    const int count = random.pick(std::vector{1, 1, 1, 2, 2, 3});
    // Mostly of the last ones, so that the graph is deep.
    for (int i = 0; i < count; ++i) {
        const int last = static_cast<int>(earlier.size()) - 1;
        const std::string& slug = earlier[std::max(0, last - random.between(0, 3))].slug;
        if (std::find(result.begin(), result.end(), slug) == result.end()) result.push_back(slug);
    }
    return result;
}

void draw_behaviour(random_source& random, const setting& s, step& of) {
    behaviour& does = of.does;
    does.width = std::min(random.between(0, 3), s.most.items);
    does.output = s.is_large
                      ? shape::value
                      : random.pick(std::vector{shape::value, shape::list, shape::list, shape::document});
    if (random.percent(1)) does.output = shape::scalar;
    does.flaky = random.pick(std::vector{0, 0, 10, 40});
    if (s.expected == weather::fair) return;
    const int chance = s.expected == weather::mixed ? 2 : 15;
    if (random.percent(60)) does.hopeless = random.between(0, chance);
    if (random.percent(60)) does.refused = random.between(0, chance);
}

void draw_gathering(random_source& random, step& of) {
    if (!features::collecting || !random.percent(50)) return;
    of.collects = true;
    if (of.is_fanout && features::tolerances && random.percent(30)) {
        (random.percent(50) ? of.tolerated_failures : of.tolerated_percentage) = random.between(0, 40);
    }
    of.counts_only = of.is_fanout && features::counts && random.percent(15);
}

void draw_limits(random_source& random, step& of) {
    if (!features::limits) return;
    if (of.is_fanout && random.percent(25)) of.max_concurrency = random.between(1, 5);
    if (random.percent(20)) of.limits = {random.pick(std::vector<std::string>{"two", "five", "fast"})};
}

void draw_fanout(random_source& random, const setting& s, step& of, const std::vector<step>& earlier) {
    if (features::function_sources && !s.is_large && random.percent(15)) {
        of.fanout_from = "sql:items";
        of.function_width = std::min(random.between(0, 30), s.most.items);
    } else {
        const origin from = draw_origin(random, s, of, earlier);
        of.fanout_from = from.fanout_from;
        of.fanout_path = from.fanout_path;
    }
    if (features::batches && random.percent(20)) {
        of.batch_size = random.between(2, 7);
        of.does.bad_items = s.expected == weather::fair ? 0 : random.between(0, 10);
    }
    if (s.is_wide()) {
        of.context.emplace();
    } else if (features::context && random.percent(30)) {
        of.context.emplace();
        if (random.percent(50)) of.context->push_back("run");
        for (const std::string& slug : of.depends_on) {
            if (random.percent(50)) of.context->push_back(slug);
        }
    }
    if (features::retry_budgets && random.percent(15)) of.retry_budget = random.between(0, 10);
}

step draw_step(random_source random, const setting& s, const flow& in) {
    step result;
    result.slug = std::string(1, static_cast<char>('a' + in.steps.size()));
    result.depends_on = draw_dependencies(random, in.steps);
    result.is_fanout = random.percent(in.steps.empty() ? 50 : 65);
    result.runs_on = random.percent(25) ? runner::sql : runner::client;
    result.handler = result.runs_on == runner::sql ? "sql:model." + in.slug + "_" + result.slug
                                                   : random.pick(std::vector<std::string>{"h", "h", "other"});
    result.priority = random.percent(20) ? random.between(-3, 3) : 0;
    draw_behaviour(random, s, result);
    if (result.is_fanout) draw_fanout(random, s, result, in.steps);
    draw_gathering(random, result);
    draw_limits(random, result);
    if (result.is_source_function())
        result.fanout_from = "sql:model." + in.slug + "_" + result.slug + "_items";
    if (result.runs_on == runner::sql && !features::current_task) {
        result.does.flaky = result.does.hopeless = result.does.refused = 0;
    }
    return result;
}

run_plan draw_run(random_source random, const setting& s) {
    run_plan plan;
    plan.input = draw_input(random.branch(1), s);
    plan.priority = random.percent(20) ? random.between(-3, 3) : 0;
    plan.starts_twice = random.percent(20);
    if (random.percent(20)) plan.cancel_after = random.between(0, s.items);
    plan.resumes = features::resuming && random.percent(70);
    plan.is_steered = features::steering && random.percent(30);
    plan.retries_by_hand = features::steering && random.percent(40);
    plan.follows = features::steering && random.percent(40);
    return plan;
}

}  // namespace

flow generate(uint64_t seed, const std::string& slug, const caps& most) {
    random_source random(seed);
    flow result;
    result.seed = seed;
    result.slug = slug;
    result.max_attempts = random.between(1, 4);
    const setting s = draw_setting(random.branch(1), most);
    const int steps = std::min(s.is_large ? random.between(1, 3) : random.between(1, 7), most.steps);
    for (int i = 0; i < steps; ++i) {
        step next = draw_step(random.branch(static_cast<uint64_t>(100 + i)), s, result);
        next.does.seed = seed % 1000000;
        next.does.step = next.slug;
        next.does.max_attempts = result.max_attempts;
        result.steps.push_back(next);
    }
    const int runs = s.is_large ? 1 : random.between(1, 2);
    for (int i = 0; i < runs; ++i)
        result.runs.push_back(draw_run(random.branch(static_cast<uint64_t>(1000 + i)), s));
    return result;
}

}  // namespace model
