#include "clients.hpp"
#include "random_source.hpp"
#include "worker_session.hpp"

#include <server/array_text.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <thread>

namespace model {
namespace {

using fanout::worker_detail::array_text;
using fanout::worker_detail::pqxx_field;
using fanout::worker_detail::pqxx_row;
using fanout::worker_detail::server_error;

/// A task that is done, but not reported yet.
struct finished_task {
    std::string claim_id;
    int index;
    attempt_end end;
};

/// The arrays of a call.
struct outcome_arrays {
    explicit outcome_arrays(const std::vector<finished_task>& tasks) {
        array_text claims, indexes, outputs, errors, final;
        for (const finished_task& t : tasks) {
            claims.add_plain(t.claim_id);
            indexes.add_plain(std::to_string(t.index));
            if (t.end.error) {
                outputs.add_null();
                errors.add_quoted(*t.end.error);
            } else {
                outputs.add_quoted(t.end.output.dump());
                errors.add_null();
            }
            final.add_plain(t.end.is_final ? "t" : "f");
        }
        claim_ids = std::move(claims).finish();
        task_indexes = std::move(indexes).finish();
        this->outputs = std::move(outputs).finish();
        this->errors = std::move(errors).finish();
        this->final = std::move(final).finish();
    }
    std::string claim_ids, task_indexes, outputs, errors, final;
};

/// What the rows of one claim share.
struct claim_head {
    std::string flow, step;
    int attempt = 0;
    json context;  ///< an object, or null
};

class exchange_client {
public:
    explicit exchange_client(const client_setting& setting)
        : setting_(setting), random_(setting.seed), session_(setting) {}

    void run() {
        session_.enroll();
        while (!setting_.stops) round();
        report(all_finished(), 0);
        session_.unregister();
    }

private:
    void round() {
        const bool gets_nothing = !report(choose_finished(), random_.pick(std::vector{1, 5, 40, 300}));
        session_.beat();
        if (gets_nothing && finished_.empty()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        if (!finished_.empty() && random_.between(1, 300) == 1) vanish();
    }

    /// Most of the time all, else some: a claim may be completed in parts.
    std::vector<finished_task> choose_finished() {
        if (random_.percent(80)) return all_finished();
        std::vector<finished_task> chosen, kept;
        for (finished_task& t : finished_) (random_.percent(50) ? chosen : kept).push_back(std::move(t));
        finished_ = std::move(kept);
        return chosen;
    }

    std::vector<finished_task> all_finished() { return std::exchange(finished_, {}); }

    /// Returns whether it got anything.
    bool report(std::vector<finished_task> tasks, int wanted) {
        if (!past_.empty() && random_.percent(5)) tasks.push_back(random_.pick(past_));
        const outcome_arrays arrays(tasks);
        ++sequence_;
        pqxx::result answer = exchange(arrays, wanted);
        if (random_.percent(5)) {
            const pqxx::result first = std::exchange(answer, exchange(arrays, wanted));
            require_same_answer(first, answer);
        }
        for (finished_task& t : tasks) remember(std::move(t));
        return take(answer);
    }

    pqxx::result exchange(const outcome_arrays& a, int wanted) {
        return session_.database().run(
            "SELECT kind, claim_id, flow_slug, step_slug, task_index, attempt, input, context FROM fanout.exchange($1, $2, $3, "
            "$4::bigint[], $5::int[], $6::text[], $7::text[], $8::boolean[], brief => $9)",
            session_.id(), sequence_, wanted, a.claim_ids, a.task_indexes, a.outputs, a.errors, a.final,
            setting_.brief);
    }

    void remember(finished_task task) {
        constexpr size_t most = 20;
        if (past_.size() < most) {
            past_.push_back(std::move(task));
        } else {
            past_[static_cast<size_t>(random_.between(0, most - 1))] = std::move(task);
        }
    }

    /// Whether a row has tasks that are performed here.
    static bool has_inputs(const std::string& kind) { return kind == "task" || kind == "tasks"; }
    static bool is_claimed(const std::string& kind) {
        return has_inputs(kind) || kind == "sql" || kind == "internal";
    }

    static std::set<std::string> tasks_in(const pqxx::result& answer) {
        std::set<std::string> tasks;
        for (const auto& row : answer) {
            const std::string kind = row[0].c_str();
            if (!is_claimed(kind)) continue;
            const int index = row[4].as<int>();
            const int count = has_inputs(kind) ? static_cast<int>(inputs_of(row).size()) : 1;
            for (int i = index; i < index + count; ++i)
                tasks.insert(row[1].c_str() + ("/" + std::to_string(i)));
        }
        return tasks;
    }

    /// A call that changed nothing isn't remembered: again, it may get something. Of what it got, a resume
    /// may have deleted a part between the two.
    void require_same_answer(const pqxx::result& first, const pqxx::result& second) {
        const auto before = tasks_in(first), after = tasks_in(second);
        if (before.empty() || std::includes(before.begin(), before.end(), after.begin(), after.end())) return;
        setting_.problems.add("an exchange that was repeated gave " + std::to_string(after.size()) +
                              " tasks after " + std::to_string(before.size()) + ", and not the same");
    }

    bool take(const pqxx::result& answer) {
        bool any = false;
        std::vector<std::string> on_the_server;
        for (const auto& row : answer) {
            const std::string kind = row[0].c_str();
            if (has_inputs(kind)) take_tasks(row);
            if (kind == "sql") on_the_server.push_back(row[1].c_str());
            if (kind == "internal") session_.run_internal_claim(row[1].c_str());
            any = any || is_claimed(kind);
        }
        heads_.clear();
        take_sql(std::move(on_the_server));
        return any;
    }

    static json read_json(const pqxx_field& field) {
        return field.is_null() ? json(nullptr) : json::parse(field.c_str());
    }

    /// Of one task, or of several that follow each other.
    static std::vector<json> inputs_of(const pqxx_row& row) {
        json input = read_json(row[6]);
        if (!input.is_array()) return {std::move(input)};
        return {input.begin(), input.end()};
    }

    void take_tasks(const pqxx_row& row) {
        const std::string claim_id = row[1].c_str();
        if (!row[2].is_null())
            heads_[claim_id] = {row[2].c_str(), row[3].c_str(), row[5].as<int>(), read_json(row[7])};
        const claim_head& head = heads_.at(claim_id);
        int index = row[4].as<int>();
        std::vector<json> inputs = inputs_of(row);
        const std::string_view text = row[6].c_str();
        if (std::count(text.begin(), text.end(), '\n') != std::ssize(inputs) - 1)
            setting_.problems.add("the inputs of a row are not a line each: " + std::string(text));
        for (json& input : inputs) {
            input.update(head.context.is_null() ? json::object() : head.context);
            finished_.push_back(
                {claim_id, index++, session_.perform(head.flow, head.step, input, head.attempt)});
        }
    }

    /// Sometimes the connection is lost instead, or so it says.
    void take_sql(std::vector<std::string> claim_ids) {
        std::erase_if(claim_ids, [&](const std::string& id) {
            const bool is_lost = random_.percent(2);
            if (is_lost) {
                session_.database().run("SELECT fanout.report_crash($1, $2, 'its worker was lost')",
                                        session_.id(), id);
            }
            return is_lost;
        });
        session_.run_sql_claims(std::move(claim_ids));
    }

    /// Dies, with a last call that comes too late; or gives everything back.
    void vanish() {
        if (random_.percent(30)) {
            session_.unregister();
        } else {
            session_.die();
            speak_from_the_grave();
        }
        finished_.clear();
        past_.clear();
        sequence_ = 0;
        session_.enroll();
    }

    void speak_from_the_grave() {
        try {
            ++sequence_;
            exchange(outcome_arrays(finished_), 0);
        } catch (const server_error& e) {
            if (!is_out_of_date(e)) throw;
        }
    }

    const client_setting& setting_;
    random_source random_;
    worker_session session_;
    int64_t sequence_ = 0;
    std::vector<finished_task> finished_;
    std::vector<finished_task> past_;  // what was reported once, to be reported again
    std::map<std::string, claim_head> heads_;
};

}  // namespace

void run_exchange_client(const client_setting& setting) {
    exchange_client(setting).run();
}

}  // namespace model
