#include "runs/source_function.hpp"

#include "flows/handler.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/identity.hpp"
#include "postgres/jsonb.hpp"
#include "postgres/owner_scope.hpp"
#include "runs/task_input.hpp"

namespace fanout {
namespace {

/// How many rows are asked for at a time.
constexpr long rows_a_piece = 100;

bool has_failed = false;

/// An argument of a source's query.
struct source_argument {
    Oid type;
    Datum value;
};

/// One call of a step's source, within the scope of the flow's owner. Errors of the source say whose they
/// are.
class source_call {
public:
    /// @param name   how messages name the source
    /// @param query  its rows are items, or its row one value
    source_call(std::string name, std::string query, bool returns_many)
        : name_(std::move(name)), query_(std::move(query)), returns_many_(returns_many) {}

    void run(const std::vector<source_argument>& arguments, source_receiver& receiver) {
        of_source([&] { pg_call([&] { open(arguments); }); });
        while (read_piece(receiver)) {
        }
        of_source([&] { pg_call([&] { SPI_cursor_close(cursor_); }); });
    }

    /// Runs what the source may fail in.
    template <typename F> void of_source(F&& f) const {
        try {
            f();
        } catch (const pg_error& error) {
            if (error.is_interrupt()) throw;
            has_failed = true;
            raise_about(name_, error);
        }
    }

private:
    /// In a target list, not in FROM, where all rows would be put aside before the first is seen.
    void open(const std::vector<source_argument>& arguments) {
        Oid types[2];
        Datum values[2];
        for (size_t i = 0; i < arguments.size(); ++i) {
            types[i] = arguments[i].type;
            values[i] = arguments[i].value;
        }
        cursor_ = SPI_cursor_open_with_args(nullptr, query_.c_str(), static_cast<int>(arguments.size()),
                                            types, values, nullptr, false, CURSOR_OPT_NO_SCROLL);
        if (!cursor_) elog(ERROR, "no cursor: %s", SPI_result_code_string(SPI_result));
    }

    /// Hands on the next rows; an SQL NULL among them is JSON's null. Returns whether there were any.
    bool read_piece(source_receiver& receiver) {
        of_source([&] { pg_call([&] { SPI_cursor_fetch(cursor_, true, rows_a_piece); }); });
        const rows piece(SPI_tuptable, SPI_processed);
        if (piece.empty()) return false;
        engine_identity engine;
        if (returns_many_) {
            std::vector<Datum> items;
            for (size_t i = 0; i < piece.size(); ++i)
                items.push_back(piece.is_null(i, 1) ? json_null() : piece.datum(i, 1));
            receiver.receive_rows(items);
        } else {
            receiver.receive_value(piece.is_null(0, 1) ? std::nullopt : std::optional(piece.datum(0, 1)));
        }
        engine.leave();
        return true;
    }

    std::string name_, query_;
    bool returns_many_;
    Portal cursor_ = nullptr;
};

}  // namespace

source_failures::source_failures() {
    has_failed = false;
}

bool source_failures::any() const {
    return has_failed;
}

void call_source_function(const step_state& state, source_receiver& receiver) {
    check_handler_owner(state.owner, state.where());
    const Datum input = read_whole_input(state);
    owner_scope scope(state.owner, state.where(), *state.source_search_path);
    const Oid function = source_function(*state.source_function, state.owner, state.where());
    source_call source("source \"" + *state.fanout_from + "\"", "SELECT " + *state.source_function + "($1)",
                       pg_call([&] { return get_func_retset(function); }));
    source.run({{JSONBOID, input}}, receiver);
    source.of_source([&] { scope.leave(); });
}

void find_path_items(const step_state& state, const std::string& source, Datum value,
                     source_receiver& receiver) {
    check_owner_is_there(state.owner, state.where());
    const char* text = state.fanout_path->c_str();
    const Datum path = pg_call([&] { return DirectFunctionCall1(jsonpath_in, CStringGetDatum(text)); });
    owner_scope scope(state.owner, state.where(), "pg_catalog");
    source_call matches("fanout_path \"" + *state.fanout_path + "\" into " + source,
                        "SELECT pg_catalog.jsonb_path_query($1, $2)", true);
    try {
        matches.run({{JSONBOID, value}, {JSONPATHOID, path}}, receiver);
    } catch (const pg_error& error) {
        constexpr std::string_view data_exceptions = "22";
        if (!error.sqlstate().starts_with(data_exceptions)) throw;
        raise(sqlstate::invalid_source, error.message(),
              "A path in lax mode, which is the default, passes over what isn't there.");
    }
    matches.of_source([&] { scope.leave(); });
}

}  // namespace fanout
