// Random flows, run by several clients at once, and compared with the model. Prints TAP; what differs goes to
// standard error. The database is libpq's; setup.sql has been run in it.
//
//   MODEL_SEED    the first flow's seed; the next one's is one more
//   MODEL_FLOWS   how many
//   MODEL_STEPS, MODEL_ITEMS   at most so many in each
//   MODEL_PRINT   where it is set, the flows are printed as SQL and not run: for tests that have something else run them
#include "behaviour.hpp"
#include "clients.hpp"
#include "definition.hpp"
#include "generator.hpp"
#include "scenario.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <random>
#include <set>
#include <sstream>
#include <thread>

namespace model {
namespace {

long number_from(const char* variable, long otherwise) {
    const char* value = std::getenv(variable);
    return value && *value ? std::strtol(value, nullptr, 10) : otherwise;
}

struct options {
    uint64_t seed = static_cast<uint64_t>(
        number_from("MODEL_SEED", static_cast<long>(std::random_device{}() % 1000000000)));
    int flows = static_cast<int>(number_from("MODEL_FLOWS", 200));
    caps most{static_cast<int>(number_from("MODEL_STEPS", INT_MAX)),
              static_cast<int>(number_from("MODEL_ITEMS", INT_MAX))};
};

/// A flow that differs from the model.
struct finding {
    uint64_t seed;
    caps most;
    flow played;
    std::vector<std::string> differences;
};

const std::vector<std::string> all_handlers{"h", "other", "sql:", "fanout:"};

/// The clients, as long as this lives.
class crew {
public:
    crew(uint64_t seed, const catalogue& flows, journal& problems)
        : problems_(problems), settings_{
                                   {"batches", all_handlers, seed + 1, false, flows, problems, stops_},
                                   {"brief batches", all_handlers, seed + 2, true, flows, problems, stops_},
                                   {"programs only", {"h", "other"}, seed + 3, true, flows, problems, stops_},
                                   {"one by one", all_handlers, seed + 4, false, flows, problems, stops_},
                                   {"keeper", {}, seed + 5, false, flows, problems, stops_},
                                   {"observer", {}, seed + 6, false, flows, problems, stops_}} {
        const std::vector<std::function<void(const client_setting&)>> habits{
            run_exchange_client, run_exchange_client, run_exchange_client,
            run_small_client,    run_keeper,          run_observer};
        for (size_t i = 0; i < habits.size(); ++i) {
            threads_.emplace_back(
                [this, habit = habits[i], &setting = settings_[i]] { work(habit, setting); });
        }
    }
    ~crew() {
        stops_ = true;
        for (std::thread& thread : threads_) thread.join();
    }

private:
    void work(const std::function<void(const client_setting&)>& habit, const client_setting& setting) {
        while (!stops_) {
            try {
                habit(setting);
                return;
            } catch (const std::exception& e) {
                problems_.add("client \"" + setting.name + "\": " + e.what());
            }
        }
    }

    journal& problems_;
    std::atomic<bool> stops_{false};
    std::vector<client_setting> settings_;
    std::vector<std::thread> threads_;
};

/// Plays all flows, several at once.
class test_run {
public:
    explicit test_run(const options& asked) : asked_(asked) {}

    std::vector<finding> run() {
        connection database("");
        for (const std::string& statement : limit_definitions()) database.run(statement);
        play_all();
        if (findings_.empty()) look_for_remains(database);
        return std::move(findings_);
    }

    std::vector<std::string> problems() const { return problems_.problems(); }

private:
    void play_all() {
        crew clients(asked_.seed, flows_, problems_);
        std::vector<std::thread> players;
        const int most_players = std::min(6, asked_.flows);
        for (int i = 0; i < most_players; ++i) players.emplace_back([this] { play_some(); });
        for (std::thread& player : players) player.join();
        constexpr size_t most_shrunk = 3;
        for (size_t i = 0; i < std::min(findings_.size(), most_shrunk); ++i) shrink(findings_[i]);
    }

    /// When everything has ended nothing is queued, counted or remembered any more.
    void look_for_remains(connection& database) {
        database.run("SELECT fanout.maintain()");
        const pqxx::result row = database.run(
            "SELECT (SELECT count(*) FROM fanout.queue), "
            "       (SELECT count(*) FROM fanout.task_progress WHERE state_id NOT IN (SELECT s.state_id "
            "          FROM fanout.step_states s JOIN fanout.runs r USING (run_id) WHERE r.status IN ('failed', 'cancelled'))), "
            "       (SELECT count(*) FROM fanout.limits WHERE in_flight <> 0)");
        const auto look = [&](int column, const std::string& what) {
            if (row[0][column].as<int>() > 0) problems_.add(row[0][column].c_str() + what);
        };
        look(0, " rows are left in the queue");
        look(1, " reports of tasks are left");
        look(2, " limits count tasks in flight where there are none");
    }

    void play_some() {
        connection database("");
        for (int i = next_++; i < asked_.flows; i = next_++) {
            std::optional<finding> found =
                try_flow(database, asked_.seed + static_cast<uint64_t>(i), asked_.most);
            std::lock_guard lock(mutex_);
            if (found) findings_.push_back(std::move(*found));
        }
    }

    std::optional<finding> try_flow(connection& database, uint64_t seed, const caps& most) {
        const flow played =
            generate(seed, "m" + std::to_string(seed) + "_" + std::to_string(number_++), most);
        std::vector<std::string> differences = play(database, played, flows_);
        if (differences.empty()) return std::nullopt;
        return finding{seed, most, played, std::move(differences)};
    }

    /// Looks for a smaller flow of the same seed that differs as well: with fewer steps, then with fewer
    /// items.
    void shrink(finding& found) {
        connection database("");
        const int steps = static_cast<int>(found.played.steps.size());
        for (int most = 1; most < steps && !try_smaller(database, found, {most, found.most.items}); ++most) {
        }
        for (int most : {0, 1, 2, 4, 8, 16, 64}) {
            if (most >= found.most.items || try_smaller(database, found, {found.most.steps, most})) break;
        }
    }

    bool try_smaller(connection& database, finding& found, const caps& most) {
        constexpr int times = 3;
        for (int i = 0; i < times; ++i) {
            if (std::optional<finding> smaller = try_flow(database, found.seed, most)) {
                found = std::move(*smaller);
                return true;
            }
        }
        return false;
    }

    const options& asked_;
    catalogue flows_;
    journal problems_;
    std::atomic<int> next_{0}, number_{0};
    std::mutex mutex_;
    std::vector<finding> findings_;
};

/// To standard error, as TAP's comments.
void explain(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) std::cerr << "# " << line.substr(0, 4000) << "\n";
}

void explain(const finding& found) {
    std::string repeat = "MODEL_SEED=" + std::to_string(found.seed) + " MODEL_FLOWS=1";
    if (found.most.steps < INT_MAX) repeat += " MODEL_STEPS=" + std::to_string(found.most.steps);
    if (found.most.items < INT_MAX) repeat += " MODEL_ITEMS=" + std::to_string(found.most.items);
    explain("\na flow differs from the model; " + repeat + " repeats it");
    constexpr size_t most_shown = 10;
    for (size_t i = 0; i < std::min(found.differences.size(), most_shown); ++i)
        explain("  " + found.differences[i]);
    if (found.differences.size() > most_shown)
        explain("  … " + std::to_string(found.differences.size()) + " in all");
    explain(script(found.played));
}

bool test(int number, bool is_ok, const std::string& name) {
    std::cout << (is_ok ? "ok " : "not ok ") << number << " - " << name << std::endl;
    return is_ok;
}

int run_all() {
    const options asked;
    std::cout << "1..2\n# MODEL_SEED=" << asked.seed << " MODEL_FLOWS=" << asked.flows << std::endl;
    test_run all(asked);
    const std::vector<finding> findings = all.run();
    const std::set<std::string> problems = [&] {
        const std::vector<std::string> found = all.problems();
        return std::set<std::string>(found.begin(), found.end());
    }();
    for (const finding& found : findings) explain(found);
    for (const std::string& problem : problems) explain(problem);
    const std::string flows = std::to_string(asked.flows) + " flows from seed " + std::to_string(asked.seed);
    const bool is_same = test(1, findings.empty(), flows + " come to what the model says");
    const bool is_quiet = test(2, problems.empty(), "and no client met with an error");
    return is_same && is_quiet ? 0 : 1;
}

/// What their tasks do goes into model.behaviours.
void print_all() {
    const options asked;
    const auto print = [](const std::string& statement) { std::cout << statement << ";\n"; };
    for (const std::string& statement : limit_definitions()) print(statement);
    for (int i = 0; i < asked.flows; ++i) {
        const uint64_t seed = asked.seed + static_cast<uint64_t>(i);
        const flow made = generate(seed, "m" + std::to_string(seed), asked.most);
        for (const step& s : made.steps) {
            print("INSERT INTO model.behaviours VALUES (" + quote(made.slug) + ", " + quote(s.slug) + ", " +
                  quote(jsonb_text(parameters(s.does))) + ")");
        }
        for (const std::string& statement : definition(made)) print(statement);
        for (const run_plan& plan : made.runs) print(start_statement(made, plan, {}));
    }
}

}  // namespace
}  // namespace model

int main() {
    try {
        if (std::getenv("MODEL_PRINT")) {
            model::print_all();
            return 0;
        }
        return model::run_all();
    } catch (const std::exception& e) {
        std::cout << "Bail out! " << e.what() << std::endl;
        return 1;
    }
}
