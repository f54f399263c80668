#include "source_function.hpp"

#include "handler.hpp"
#include "owner_scope.hpp"
#include "task_input.hpp"

namespace fanout {
namespace {

/// How many rows are asked for at a time.
constexpr long rows_a_piece = 100;

/// One call of a step's source function, within the scope of the flow's owner. Errors of the function say
/// whose they are.
class source_call {
public:
    explicit source_call(const step_state& state)
        : name_("source \"" + *state.fanout_from + "\""),
          function_(source_function(*state.source_function, state.owner, state.where())),
          query_("SELECT " + *state.source_function + "($1)") {}

    void run(Datum input, function_receiver& receiver) {
        of_function([&] { pg_call([&] { open(input); }); });
        const bool returns_many = pg_call([&] { return get_func_retset(function_); });
        while (read_piece(returns_many, receiver)) {
        }
        of_function([&] { pg_call([&] { SPI_cursor_close(cursor_); }); });
    }

    /// Runs what the function may fail in.
    template <typename F> void of_function(F&& f) const {
        try {
            f();
        } catch (const pg_error& error) {
            if (error.is_interrupt()) throw;
            raise_about(name_, error);
        }
    }

private:
    /// In a target list, not in FROM, where all rows would be put aside before the first is seen.
    void open(Datum input) {
        Oid type = JSONBOID;
        cursor_ = SPI_cursor_open_with_args(nullptr, query_.c_str(), 1, &type, &input, nullptr, false,
                                            CURSOR_OPT_NO_SCROLL);
        if (!cursor_) elog(ERROR, "no cursor: %s", SPI_result_code_string(SPI_result));
    }

    /// Hands on the next rows; an SQL NULL among them is JSON's null. Returns whether there were any.
    bool read_piece(bool returns_many, function_receiver& receiver) {
        of_function([&] { pg_call([&] { SPI_cursor_fetch(cursor_, true, rows_a_piece); }); });
        const rows piece(SPI_tuptable, SPI_processed);
        if (piece.empty()) return false;
        engine_identity engine;
        if (returns_many) {
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

    std::string name_;
    Oid function_;
    std::string query_;
    Portal cursor_ = nullptr;
};

}  // namespace

void call_source_function(const step_state& state, function_receiver& receiver) {
    check_handler_owner(state.owner, state.where());
    const Datum input = read_whole_input(state);
    owner_scope scope(state.owner, *state.source_search_path);
    source_call source(state);
    source.run(input, receiver);
    source.of_function([&] { scope.leave(); });
}

}  // namespace fanout
