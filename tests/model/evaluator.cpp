#include "evaluator.hpp"

#include "behaviour.hpp"
#include "features.hpp"
#include "json_path.hpp"

#include <algorithm>

namespace model {
namespace {

const std::string lost_worker = "its worker was lost";

/// More than any task is drawn to fail.
constexpr int most_attempts = 1000;

class evaluation {
public:
    evaluation(const flow& of, const run_plan& plan, const circumstances& world)
        : flow_(of), plan_(plan), world_(world) {}

    run_end run() {
        for (const step& s : flow_.steps) ends_[s.slug] = end_of(s);
        return std::move(ends_);
    }

private:
    step_end end_of(const step& s) const {
        step_end end;
        if (!is_reached(s)) return end;
        if (!s.is_fanout) {
            end.items = 1;
            end.tasks = {task_end_of(s, 0, {inputs_of(s)}, nullptr)};
        } else if (flow_.is_pipelined(s)) {
            end.tasks = tasks_behind(s, ends_.at(s.source_step()));
            end.items = static_cast<int>(end.tasks.size());
        } else {
            const json source = source_of(s);
            if (!source.is_array()) {
                end.status = step_status::failed;
                end.error = "is not an array";
                return end;
            }
            end.items = static_cast<int>(source.size());
            end.tasks = tasks_over(s, source);
        }
        gather(s, end);
        return end;
    }

    /// A pipelined step begins when its source has begun.
    bool is_reached(const step& s) const {
        return std::all_of(s.depends_on.begin(), s.depends_on.end(), [&](const std::string& slug) {
            const step_end& dependency = ends_.at(slug);
            if (dependency.status == step_status::completed) return true;
            return flow_.is_pipelined(s) && slug == s.source_step() && !dependency.tasks.empty();
        });
    }

    // -- sources and inputs ---------------------------------------------------------------------------

    json source_of(const step& s) const {
        if (s.is_source_function()) return items_of(digest(inputs_of(s)), s.function_width);
        if (s.is_stream()) return plan_.stream;
        const std::string dependency = s.source_step();
        if (gives_a_collected_failure(dependency)) return json::array();
        const json& source = dependency.empty() ? plan_.input : ends_.at(dependency).output;
        return s.fanout_path.empty() ? source : json_path(source, s.fanout_path);
    }

    bool gives_a_collected_failure(const std::string& slug) const {
        return !slug.empty() && !flow_.at(slug).is_fanout && !ends_.at(slug).errors.empty();
    }

    /// What a single step gets, and a source function.
    json inputs_of(const step& s) const {
        json input{{"run", plan_.input}};
        for (const std::string& slug : s.depends_on) {
            input[slug] = ends_.at(slug).output;
            add_errors(slug, ends_.at(slug).errors, input);
        }
        return input;
    }

    static void add_errors(const std::string& slug, const json& errors, json& input) {
        if (features::error_inputs && !errors.empty()) input["$errors"][slug] = errors;
    }

    /// What all tasks of a fan-out get beside their items.
    json context_of(const step& s) const {
        json context = json::object();
        if (!features::context) return context;
        std::vector<std::string> named = s.depends_on;
        std::erase(named, s.source_step());
        for (const std::string& slug : s.context ? *s.context : named) {
            context[slug] = slug == "run" ? plan_.input : ends_.at(slug).output;
        }
        for (const std::string& slug : s.depends_on) {
            const bool comes_with_its_item = flow_.is_pipelined(s) && slug == s.source_step();
            if (!comes_with_its_item) add_errors(slug, ends_.at(slug).errors, context);
        }
        return context;
    }

    // -- tasks -------------------------------------------------------------------------------------

    std::vector<task_end> tasks_over(const step& s, const json& source) const {
        const json context = context_of(s);
        std::vector<task_end> tasks;
        for (size_t first = 0; first < source.size(); first += static_cast<size_t>(s.batch_size)) {
            json input = context, item;
            if (s.batch_size == 1) {
                input["item"] = item = source[first];
            } else {
                const size_t end = std::min(source.size(), first + static_cast<size_t>(s.batch_size));
                item = json::array();
                for (size_t i = first; i < end; ++i) item.push_back(source[i]);
                input["items"] = item;
            }
            tasks.push_back(task_end_of(s, static_cast<int>(tasks.size()), {input}, item));
        }
        return tasks;
    }

    /// A task for each of the source's: its item is that one's output, or null and the error where that is
    /// collected.
    std::vector<task_end> tasks_behind(const step& s, const step_end& source) const {
        const json context = context_of(s);
        const bool collects = flow_.at(s.source_step()).collects;
        std::vector<task_end> tasks;
        for (const task_end& before : source.tasks) {
            const int index = static_cast<int>(tasks.size());
            tasks.emplace_back();
            tasks.back().is_reached = before.is_reached && (before.output || collects);
            if (!tasks.back().is_reached) continue;
            std::vector<json> inputs;
            // Where failures aren't collected, too: it may have begun before one was counted.
            for (const revoked_end& revoked : before.revoked)
                inputs.push_back(input_behind(s, index, context, before.item, revoked));
            const std::string error = before.output ? "" : before.failures.back().error;
            inputs.push_back(
                input_behind(s, index, context, before.item, {before.output, error, before.attempts}));
            const json item = inputs.back()["item"];
            tasks.back() = task_end_of(s, index, inputs, item);
        }
        return tasks;
    }

    /// What a pipelined task gets where its source's task ended so.
    json input_behind(const step& s, int index, const json& context, const json& source_item,
                      const revoked_end& before) const {
        json input = context;
        input["item"] = before.output ? *before.output : json(nullptr);
        if (!before.output) {
            const json error = item_error(index, source_item, before.error, before.attempts);
            add_errors(s.source_step(), json::array({error}), input);
        }
        return input;
    }

    /// @param inputs  those that a resume has replaced, and the one that counts
    task_end task_end_of(const step& s, int index, const std::vector<json>& inputs, const json& item) const {
        task_end end;
        end.item = item;
        for (size_t i = 0; i + 1 < inputs.size(); ++i) {
            if (const std::optional<json> output = output_on(s, inputs[i]))
                end.revoked.push_back({output, "", 0});
        }
        for (end.attempts = 1;; ++end.attempts) {
            const attempt_id id{s.slug, index, end.attempts};
            const bool is_denied = world_.denied.count(id) > 0;
            const attempt_end made = make(s, id, inputs, is_denied);
            if (is_taken_back(s, id, inputs) || (!made.error && is_rejected(s, id, made.output))) {
                end.failures.push_back({end.attempts, false, world_.errors.at(id)});
                continue;
            }
            if (!made.error) {
                end.output = made.output;
                return end;
            }
            const bool is_final = made.is_final || end.attempts >= flow_.max_attempts || is_denied;
            const std::string error = error_text(s, made, is_denied);
            end.failures.push_back({end.attempts, is_final, error});
            if (!is_final) continue;
            if (!world_.revived.count(id)) return end;
            end.revoked.push_back({std::nullopt, error, end.attempts});
        }
    }

    /// Whether a resume had the attempt made again, because a fan-out over its output found no array.
    bool is_rejected(const step& s, const attempt_id& id, const json& output) const {
        const auto seen = world_.errors.find(id);
        return seen != world_.errors.end() && !s.is_fanout && !output.is_array() &&
               seen->second.find("the output of step \"" + s.slug + "\" is not an array but") !=
                   std::string::npos;
    }

    /// Whether a resume had an attempt that went well made again: on an input before, or with items that failed.
    bool is_taken_back(const step& s, const attempt_id& id, const std::vector<json>& inputs) const {
        const auto seen = world_.errors.find(id);
        if (seen == world_.errors.end()) return false;
        if (seen->second == "what it was made of had failed") {
            return std::any_of(inputs.begin(), inputs.end() - 1, [&](const json& input) {
                return !make_attempt(s.does, input, id.attempt).error;
            });
        }
        if (seen->second != "items of it failed" || s.batch_size == 1) return false;
        const json output = make_attempt(s.does, inputs.back(), id.attempt).output;
        return std::any_of(output.begin(), output.end(),
                           [](const json& item) { return item.is_object() && item.contains("$error"); });
    }

    /// An attempt on the input that counts, unless it is known to have failed on one before it.
    attempt_end make(const step& s, const attempt_id& id, const std::vector<json>& inputs,
                     bool is_denied) const {
        if (world_.lost.count(id)) return {nullptr, lost_worker, false};
        const auto seen = world_.errors.find(id);
        for (size_t i = 0; seen != world_.errors.end() && i + 1 < inputs.size(); ++i) {
            const attempt_end made = make_attempt(s.does, inputs[i], id.attempt);
            if (made.error && error_text(s, made, is_denied) == seen->second) return made;
        }
        return make_attempt(s.does, inputs.back(), id.attempt);
    }

    /// What a task comes to once its attempts don't fail any more, if that could be.
    std::optional<json> output_on(const step& s, const json& input) const {
        const attempt_end made = make_attempt(s.does, input, most_attempts);
        return made.error ? std::nullopt : std::optional(made.output);
    }

    static std::string error_text(const step& s, const attempt_end& made, bool is_denied) {
        std::string text = *made.error;
        if (s.runs_on == runner::sql && text != lost_worker) {
            text += std::string(" (SQLSTATE ") + (made.is_final ? "PFFIN" : "P0001") + ")";
        }
        if (!is_denied) return text;
        return text + " (no retry: the step's retry_budget of " + std::to_string(*s.retry_budget) +
               " is spent)";
    }

    // -- gathering ---------------------------------------------------------------------------------

    static json item_error(int index, const json& item, const std::string& error, int attempts) {
        return {{"index", index}, {"item", item}, {"error", error}, {"attempts", attempts}};
    }

    /// The error of one item of a task.
    static std::optional<std::string> error_of(const task_end& task, const json& output) {
        if (!task.output) return task.failures.back().error;
        if (output.is_object() && output.contains("$error")) return output["$error"].get<std::string>();
        return std::nullopt;
    }

    /// The outputs in item order, null where an item failed, and the errors of those.
    static void gather_task(const step& s, const task_end& task, json& outputs, json& errors) {
        const bool is_batch = s.batch_size > 1;
        const size_t items = is_batch ? task.item.size() : 1;
        for (size_t i = 0; i < items; ++i) {
            const json output = !task.output ? json(nullptr) : is_batch ? (*task.output)[i] : *task.output;
            const std::optional<std::string> error = error_of(task, output);
            if (error) {
                errors.push_back(item_error(static_cast<int>(outputs.size()),
                                            is_batch ? task.item[i] : task.item, *error, task.attempts));
            }
            outputs.push_back(error ? json(nullptr) : output);
        }
    }

    static bool is_tolerated(const step& s, int failed, int items) {
        if (failed == 0) return true;
        if (!s.collects) return false;
        if (s.tolerated_failures && failed > *s.tolerated_failures) return false;
        return !s.tolerated_percentage || failed * 100 <= *s.tolerated_percentage * items;
    }

    static void gather(const step& s, step_end& end) {
        json outputs = json::array();
        bool is_complete = true;
        for (const task_end& task : end.tasks) {
            is_complete = is_complete && task.is_reached;
            if (task.is_reached) gather_task(s, task, outputs, end.errors);
        }
        const int failed = static_cast<int>(end.errors.size());
        if (!is_tolerated(s, failed, end.items)) {
            end.status = step_status::failed;
        } else if (is_complete) {
            end.status = step_status::completed;
        }
        if (s.counts_only) {
            end.output = {{"total", end.items}, {"succeeded", end.items - failed}, {"failed", failed}};
        } else {
            end.output = s.is_fanout ? outputs : outputs.front();
        }
    }

    const flow& flow_;
    const run_plan& plan_;
    const circumstances& world_;
    run_end ends_;
};

}  // namespace

run_end evaluate(const flow& of, const run_plan& plan, const circumstances& world) {
    return evaluation(of, plan, world).run();
}

json run_output(const flow& of, const run_end& end) {
    json output = json::object();
    for (const step& s : of.steps) {
        if (of.dependents(s).empty()) output[s.slug] = end.at(s.slug).output;
    }
    return output;
}

}  // namespace model
