#include "behaviour.hpp"

#include <stdexcept>

namespace model {
namespace {

std::string name_of(shape s) {
    switch (s) {
    case shape::value:
        return "value";
    case shape::list:
        return "list";
    case shape::document:
        return "document";
    case shape::scalar:
        return "scalar";
    }
    throw std::logic_error("no such shape");
}

/// What lies ahead of a task: so many failing attempts, the last of them final or not.
struct fate {
    int failing_attempts = 0;
    bool is_final = false;
};

fate fate_of(const behaviour& does, const std::string& of) {
    const int number = hash(std::to_string(does.seed) + ":" + does.step + ":" + of);
    const int roll = number % 100, choice = number / 100;
    if (roll < does.refused) return {1, true};
    if (roll < does.refused + does.hopeless) return {does.max_attempts + choice % 2, false};
    if (roll < does.refused + does.hopeless + does.flaky && does.max_attempts > 1) {
        return {1 + choice % (does.max_attempts - 1), false};
    }
    return {};
}

json output_of(const behaviour& does, const std::string& of) {
    switch (does.output) {
    case shape::value:
        return {{"by", does.step}, {"of", of}};
    case shape::list:
        return items_of(of, does.width);
    case shape::document: {
        json orders = json::array();
        for (int i = 0; i < does.width; ++i) {
            orders.push_back({{"id", i}, {"lines", items_of(of + std::to_string(i), i % 3)}});
        }
        return {{"of", of}, {"orders", orders}};
    }
    case shape::scalar:
        return of;
    }
    throw std::logic_error("no such shape");
}

/// An output for each item, or the error of that item alone.
json batch_output(const behaviour& does, const json& input) {
    json one = input;
    one.erase("items");
    json outputs = json::array();
    for (const json& item : input["items"]) {
        one["item"] = item;
        const std::string of = digest(one);
        const bool is_bad =
            hash(std::to_string(does.seed) + ":" + does.step + ":item:" + of) % 100 < does.bad_items;
        outputs.push_back(is_bad ? json{{"$error", "item " + of + " is bad"}} : output_of(does, of));
    }
    return outputs;
}

}  // namespace

json items_of(const std::string& from, int width) {
    json items = json::array();
    for (int i = 0; i < width; ++i) items.push_back({{"n", i}, {"from", from}});
    return items;
}

attempt_end make_attempt(const behaviour& does, const json& input, int attempt) {
    const std::string of = digest(input);
    const fate ahead = fate_of(does, of);
    if (attempt <= ahead.failing_attempts) {
        return {nullptr, "attempt " + std::to_string(attempt) + " at " + of + " fails", ahead.is_final};
    }
    return {input.contains("items") ? batch_output(does, input) : output_of(does, of), std::nullopt, false};
}

json parameters(const behaviour& does) {
    return {{"seed", does.seed},       {"step", does.step},           {"output", name_of(does.output)},
            {"width", does.width},     {"flaky", does.flaky},         {"hopeless", does.hopeless},
            {"refused", does.refused}, {"bad_items", does.bad_items}, {"max_attempts", does.max_attempts}};
}

}  // namespace model
