#include "definition.hpp"

#include "behaviour.hpp"
#include "features.hpp"

namespace model {
namespace {

std::string text_array(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + quote(value);
    return "ARRAY[" + text + "]::text[]";
}

std::string function_name(const std::string& handler) {
    return handler.substr(std::string("sql:").size());
}

std::string handler_function(const step& s) {
    const std::string attempt = features::current_task ? "(fanout.current_task()).attempt" : "1";
    return "CREATE FUNCTION " + function_name(s.handler) +
           "(input jsonb) RETURNS jsonb LANGUAGE sql RETURN model.attempt(" +
           quote(jsonb_text(parameters(s.does))) + ", input, " + attempt + ")";
}

std::string source_function(const step& s) {
    return "CREATE FUNCTION " + function_name(s.fanout_from) +
           "(input jsonb) RETURNS jsonb LANGUAGE sql RETURN model.items(model.digest(input), " +
           std::to_string(s.function_width) + ")";
}

/// The options that a step has, as arguments by name.
class arguments {
public:
    void add(const std::string& name, const std::string& value) { text_ += ", " + name + " => " + value; }
    void add_text(const std::string& name, const std::string& value) {
        if (!value.empty()) add(name, quote(value));
    }
    void add_number(const std::string& name, const std::optional<int>& value) {
        if (value) add(name, std::to_string(*value));
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

std::string add_step(const flow& of, const step& s) {
    arguments options;
    if (!s.depends_on.empty()) options.add("depends_on", text_array(s.depends_on));
    if (s.is_fanout) options.add_text("step_type", "fanout");
    options.add_text("handler", s.handler);
    if (s.priority != 0) options.add_number("priority", s.priority);
    options.add_text("fanout_from", s.fanout_from);
    options.add_text("fanout_path", s.fanout_path);
    if (s.context) options.add("context", text_array(*s.context));
    if (s.batch_size > 1) options.add_number("batch_size", s.batch_size);
    if (s.collects) options.add_text("on_failure", "collect");
    options.add_number("tolerated_failures", s.tolerated_failures);
    options.add_number("tolerated_failure_percentage", s.tolerated_percentage);
    options.add_number("retry_budget", s.retry_budget);
    if (s.counts_only) options.add_text("output_mode", "counts");
    options.add_number("max_concurrency", s.max_concurrency);
    if (!s.limits.empty()) options.add("limits", text_array(s.limits));
    return "SELECT fanout.add_step(" + quote(of.slug) + ", " + quote(s.slug) + options.text() + ")";
}

}  // namespace

std::string quote(const std::string& text) {
    std::string result = text.find('\\') == std::string::npos ? "'" : "E'";
    for (char c : text) {
        if (c == '\'' || c == '\\') result += c;
        result += c;
    }
    return result + "'";
}

std::vector<std::string> limit_definitions() {
    if (!features::limits) return {};
    return {"SELECT fanout.create_limit('two', max_concurrency => 2)",
            "SELECT fanout.create_limit('five', max_concurrency => 5)",
            "SELECT fanout.create_limit('fast', rate => 5000, per => '1 s', burst => 50)"};
}

std::vector<std::string> definition(const flow& of) {
    std::vector<std::string> statements{"SELECT fanout.create_flow(" + quote(of.slug) + ", max_attempts => " +
                                        std::to_string(of.max_attempts) + ", base_delay => '0')"};
    for (const step& s : of.steps) {
        if (s.runs_on == runner::sql) statements.push_back(handler_function(s));
        if (s.is_source_function()) statements.push_back(source_function(s));
        statements.push_back(add_step(of, s));
    }
    return statements;
}

std::vector<std::string> other_definition(const flow& of, int round) {
    const std::vector<std::optional<int>> caps{std::nullopt, 1, 3, 7};
    const std::vector<std::vector<std::string>> limits{{}, {"two"}, {"five", "fast"}};
    std::vector<std::string> statements;
    size_t turn = static_cast<size_t>(round);
    for (step s : of.steps) {
        if (s.runs_on == runner::client) s.handler = turn % 2 == 0 ? "other" : "h";
        if (s.is_fanout && features::limits) s.max_concurrency = caps[turn % caps.size()];
        if (features::limits) s.limits = limits[turn % limits.size()];
        s.priority = static_cast<int>(turn % 3) - 1;
        statements.push_back(add_step(of, s));
        ++turn;
    }
    return statements;
}

std::string start_statement(const flow& of, const run_plan& plan, const std::string& run_id) {
    return "SELECT fanout.start_run(" + quote(of.slug) + ", " + quote(plan.input.dump()) + ", run_id => " +
           (run_id.empty() ? "gen_random_uuid()" : quote(run_id)) + ", priority => " +
           std::to_string(plan.priority) + ")";
}

std::string script(const flow& of) {
    std::string text;
    for (const std::string& statement : limit_definitions()) text += statement + ";\n";
    for (const std::string& statement : definition(of)) text += statement + ";\n";
    for (const run_plan& plan : of.runs) text += start_statement(of, plan, {}) + ";\n";
    return text;
}

}  // namespace model
