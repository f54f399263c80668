#include "comparison.hpp"

#include <algorithm>

namespace model {
namespace {

const std::string lost_worker = "its worker was lost";

/// The last attempt at each task, by step and index.
using last_attempts = std::map<std::pair<std::string, int>, int>;

last_attempts find_last_attempts(const observation& seen) {
    last_attempts last;
    auto note = [&](const auto& made) {
        int& attempt = last[{made.step, made.index}];
        attempt = std::max(attempt, made.attempt);
    };
    std::for_each(seen.failures.begin(), seen.failures.end(), note);
    std::for_each(seen.results.begin(), seen.results.end(), note);
    return last;
}

/// Whether it is the end of its task: final, and no resume gave the task another attempt.
bool is_last(const last_attempts& last, const observed_failure& f) {
    return f.is_final && last.at({f.step, f.index}) == f.attempt;
}

/// Whether it is final because the step's retry budget was spent.
bool is_denied(const observed_failure& f) {
    return f.is_final && f.error.ends_with(" is spent)");
}

circumstances circumstances_of(const observation& seen) {
    const last_attempts last = find_last_attempts(seen);
    circumstances world;
    for (const observed_failure& f : seen.failures) {
        const attempt_id id{f.step, f.index, f.attempt};
        world.errors[id] = f.error;
        if (f.error.starts_with(lost_worker))
            world.lost.insert(id);  // where the budget is spent it says so, too
        if (f.is_final && !is_last(last, f)) world.revived.insert(id);
        if (is_denied(f)) world.denied.insert(id);
    }
    return world;
}

/// Text that is short enough to be read.
std::string shortened(const json& value) {
    const std::string text = value.dump();
    return text.size() <= 600 ? text : text.substr(0, 600) + "… (" + std::to_string(text.size()) + " bytes)";
}

class comparison {
public:
    comparison(const flow& of, const run_plan& plan, const observation& seen)
        : flow_(of), plan_(plan), seen_(seen), expected_(evaluate(of, plan, circumstances_of(seen))) {}

    std::vector<std::string> run() {
        compare_run();
        for (const step& s : flow_.steps) compare_step(s);
        compare_errors();
        if (seen_.status == "completed") compare_listing();
        return std::move(differences_);
    }

private:
    void differ(const std::string& what, const json& seen, const json& expected) {
        differences_.push_back(what + " is " + shortened(seen) + "; the model says " + shortened(expected));
    }
    void require_same(const std::string& what, const json& seen, const json& expected) {
        if (seen != expected) differ(what, seen, expected);
    }

    // -- the run ---------------------------------------------------------------------------------------

    void compare_run() {
        const bool fails = std::any_of(expected_.begin(), expected_.end(), [](const auto& end) {
            return end.second.status == step_status::failed;
        });
        const std::string ends = fails ? "failed" : "completed";
        const bool may_be_cancelled = plan_.cancel_after.has_value();
        if (seen_.status != ends && !(seen_.status == "cancelled" && may_be_cancelled)) {
            differ("the run's status", seen_.status, ends);
        }
        if (seen_.status == "completed")
            require_same("the run's output", seen_.output, run_output(flow_, expected_));
        if (seen_.status != "completed") require_same("the run's output", seen_.output, nullptr);
        if (seen_.status == "failed") compare_failed_step();
    }

    void compare_failed_step() {
        auto step = expected_.find(seen_.failed_step);
        if (step == expected_.end() || step->second.status != step_status::failed) {
            differ("the step that failed the run", seen_.failed_step, "one that can fail");
        } else if (seen_.steps.at(seen_.failed_step).status != "failed") {
            differ("the status of step " + seen_.failed_step, seen_.steps.at(seen_.failed_step).status,
                   "failed");
        }
    }

    // -- its steps -------------------------------------------------------------------------------------

    void compare_step(const step& s) {
        auto found = seen_.steps.find(s.slug);
        if (found == seen_.steps.end()) {
            differences_.push_back("there is no step " + s.slug);
            return;
        }
        const observed_step& seen = found->second;
        const step_end& end = expected_.at(s.slug);
        compare_status(s, seen, end);
        if (seen.total) require_same("the total of step " + s.slug, *seen.total, end.tasks.size());
        compare_tasks(s, seen, end);
    }

    bool is_passed_on_by_item(const step& s) const {
        const std::vector<const step*> dependents = flow_.dependents(s);
        return !dependents.empty() && std::all_of(dependents.begin(), dependents.end(), [&](const step* d) {
            return flow_.is_pipelined(*d) && d->source_step() == s.slug;
        });
    }

    void compare_status(const step& s, const observed_step& seen, const step_end& end) {
        const std::string what = "the status of step " + s.slug;
        if (seen.status == "completed") {
            if (end.status != step_status::completed) differ(what, seen.status, "that it can't complete");
            // An array that no step needs isn't stored.
            if (!seen.output.is_null() || !is_passed_on_by_item(s)) {
                require_same("the output of step " + s.slug, seen.output, end.output);
            }
        } else if (seen.status == "failed") {
            if (end.status != step_status::failed) differ(what, seen.status, "that it can't fail");
            if (!end.error.empty() && seen.error.find(end.error) == std::string::npos) {
                differ("the error of step " + s.slug, seen.error, end.error);
            }
        } else if (seen.status != "cancelled" || seen_.status == "completed") {
            differ(what, seen.status, "that it ends with the run");
        }
    }

    /// Each result and each failed attempt must be one of the model's, and of a task that has ended all must
    /// be there.
    void compare_tasks(const step& s, const observed_step& seen, const step_end& end) {
        std::map<int, std::vector<const observed_failure*>> failures;
        for (const observed_failure& f : seen_.failures) {
            if (f.step == s.slug) failures[f.index].push_back(&f);
        }
        int results = 0;
        size_t failed_items = 0;
        for (const observed_result& r : seen_.results) {
            if (r.step != s.slug) continue;
            ++results;
            if (const task_end* task = task_at(s, end, r.index)) {
                compare_result(r, *task, failures[r.index].size());
                failed_items += expect_errors(s, r, *task);
            }
        }
        for (const auto& [index, attempts] : failures) {
            const task_end* task = attempts.empty() ? nullptr : task_at(s, end, index);
            if (task) compare_failures(attempts, *task);
        }
        if (s.retry_budget) compare_budget(s);
        compare_order(s);
        compare_count("done of step " + s.slug, seen.done, results);
        compare_count("failed of step " + s.slug, seen.failed, static_cast<int>(failed_items));
        if (seen.status == "failed" && (failed_items == 0 || s.collects)) {
            expected_errors_.push_back(json::array({s.slug, nullptr, nullptr, nullptr, seen.error}));
        }
        if (seen.status == "completed")
            require_same("the results of step " + s.slug, results, end.tasks.size());
    }

    /// One at a time means by index, however their items come; a resume begins anew.
    void compare_order(const step& s) {
        if (s.max_concurrency != 1 || !flow_.is_pipelined(s) || plan_.resumes) return;
        const json begun = seen_.begun.value(s.slug, json::array());
        json in_order = begun;
        std::sort(in_order.begin(), in_order.end());
        require_same("the order of step " + s.slug, begun, in_order);
    }

    /// What was put off when a run ended otherwise isn't counted any more.
    void compare_count(const std::string& what, int seen, int expected) {
        const bool is_behind = seen_.status != "completed" && seen < expected;
        if (!is_behind) require_same(what, seen, expected);
    }

    /// Who is denied a retry must have met a budget that is spent. (One that is busy counts as not spent, so
    /// it may be overdrawn.)
    void compare_budget(const step& s) {
        int retries = 0;
        bool is_spent = false;
        for (const observed_failure& f : seen_.failures) {
            if (f.step != s.slug) continue;
            retries += f.is_final ? 0 : 1;
            is_spent = is_spent || is_denied(f);
        }
        if (is_spent && retries < *s.retry_budget) {
            differ("the number of retries of step " + s.slug, retries, *s.retry_budget);
        }
    }

    /// Notes what errors() is to say of a result. Returns how many items failed.
    size_t expect_errors(const step& s, const observed_result& r, const task_end& task) {
        if (!r.output) {
            const json error = task.failures.empty() ? json(nullptr) : json(task.failures.back().error);
            expected_errors_.push_back(json::array({s.slug, r.index, task.item, r.attempt, error}));
            return s.batch_size > 1 ? task.item.size() : 1;
        }
        size_t failed = 0;
        if (s.batch_size == 1 || !r.output->is_array()) return 0;
        for (size_t i = 0; i < std::min(r.output->size(), task.item.size()); ++i) {
            const json& element = (*r.output)[i];
            if (!element.is_object() || !element.contains("$error")) continue;
            ++failed;
            expected_errors_.push_back(
                json::array({s.slug, r.index, task.item[i], r.attempt, element["$error"]}));
        }
        return failed;
    }

    const task_end* task_at(const step& s, const step_end& end, int index) {
        if (index >= 0 && index < static_cast<int>(end.tasks.size())) {
            const task_end& task = end.tasks[static_cast<size_t>(index)];
            if (task.is_reached) return &task;
        }
        differences_.push_back("step " + s.slug + " has a task " + std::to_string(index) +
                               ", the model has none");
        return nullptr;
    }

    void compare_result(const observed_result& r, const task_end& task, size_t failures) {
        const std::string what = " of task " + std::to_string(r.index) + " of step " + r.step;
        if (r.output.has_value() != task.output.has_value()) {
            differ("whether there is an output" + what, r.output.has_value(), task.output.has_value());
        } else if (r.output) {
            require_same("the output" + what, *r.output, *task.output);
        }
        require_same("the attempt" + what, r.attempt, task.attempts);
        require_same("the number of failed attempts" + what, failures, task.failures.size());
    }

    void compare_failures(const std::vector<const observed_failure*>& attempts, const task_end& task) {
        for (size_t i = 0; i < attempts.size(); ++i) {
            const observed_failure& f = *attempts[i];
            const std::string what = "failed attempt " + std::to_string(f.attempt) + " at task " +
                                     std::to_string(f.index) + " of step " + f.step;
            if (i >= task.failures.size()) {
                differ(what, f.error, "that it doesn't fail");
                continue;
            }
            const failed_attempt& expected = task.failures[i];
            require_same(what, json::array({f.attempt, f.is_final, f.error}),
                         json::array({expected.attempt, expected.is_final, expected.error}));
        }
    }

    // -- what functions show ---------------------------------------------------------------------------

    void compare_errors() {
        std::vector<json> seen(seen_.errors.begin(), seen_.errors.end());
        std::sort(expected_errors_.begin(), expected_errors_.end());
        std::sort(seen.begin(), seen.end());
        require_same("errors()", seen, expected_errors_);
    }

    /// results(): of a completed run, all of them, in order.
    void compare_listing() {
        json expected = json::array();
        for (const auto& [slug, end] : expected_) {
            int index = 0;
            for (const task_end& task : end.tasks) {
                expected.push_back(json::array(
                    {slug, index++, task.output ? "completed" : "failed",
                     task.output ? *task.output : json(nullptr),
                     task.output ? json(nullptr) : json(task.failures.back().error), task.attempts}));
            }
        }
        require_same("results()", seen_.listing, expected);
    }

    const flow& flow_;
    const run_plan& plan_;
    const observation& seen_;
    run_end expected_;
    std::vector<json> expected_errors_;
    std::vector<std::string> differences_;
};

}  // namespace

std::vector<std::string> compare(const flow& of, const run_plan& plan, const observation& seen) {
    return comparison(of, plan, seen).run();
}

}  // namespace model
