#include "runs/source.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/call_timer.hpp"
#include "postgres/datum.hpp"
#include "postgres/jsonb.hpp"
#include "runs/source_function.hpp"

namespace fanout {
namespace {

constexpr size_t most_items_a_piece = 4000;
constexpr int64_t most_bytes_a_piece = 8 << 20;

/// A value with items: a step's output, the run's input, or what a function has returned.
struct source_value {
    std::string name;
    std::optional<Datum> value;  ///< none: there are no items
    bool is_output = false;      ///< a handler has returned it
};

source_value read_source(const step_state& state) {
    static statement of_run("SELECT input FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    // A single step that has collected its failure gives no items.
    static statement of_step("SELECT t.step_slug, "
                             "CASE WHEN t.step_type = 'fanout' OR s.failed_items = 0 THEN s.output END "
                             "FROM fanout.deps d "
                             "JOIN fanout.step_states s ON s.run_id = $1 AND s.step_id = d.dep_step_id "
                             "JOIN fanout.steps t ON t.step_id = s.step_id "
                             "WHERE d.step_id = $2 AND ($3 IS NULL OR t.step_slug = $3)",
                             {UUIDOID, INT8OID, TEXTOID});
    if (state.fanout_from == "run") {
        rows found = of_run.run({param::uuid(state.run_id)});
        return {"the run's input", plain_copy(found.datum(0, 1))};
    }
    rows found = of_step.run(
        {param::uuid(state.run_id), param::int8(state.step_id), param::optional_text(state.fanout_from)});
    return {"the output of step \"" + found.text(0, 1) + "\"",
            found.is_null(0, 2) ? std::nullopt : std::optional(plain_copy(found.datum(0, 2))), true};
}

[[noreturn]] void raise_no_array(const step_state& state, const source_value& source,
                                 const std::string& type) {
    const std::string article = type == "null" ? "" : type == "object" ? "an " : "a ";
    std::string message = state.where() + ": " + source.name + " is not an array but " + article + type;
    if (type == "null" && source.is_output)
        message += "; jsonb_agg over no rows is null, and coalesce(jsonb_agg(...), '[]') an array";
    raise(
        sqlstate::invalid_source, message,
        "A fan-out runs one task for every element of a JSON array; fanout_path finds one in another value.");
}

/// Throws invalid_source where the value is no array.
int64_t count_elements(const step_state& state, const source_value& source) {
    static statement type("SELECT jsonb_typeof($1)", {JSONBOID});
    if (!source.value) return 0;
    const int32_t length = array_length(*source.value);
    if (length >= 0) return length;
    raise_no_array(state, source, type.run({param::datum(*source.value)}).text(0, 1));
}

bool is_json_null(Datum value) {
    return pg_call([&] {
        Jsonb* json = DatumGetJsonbP(value);
        JsonbValue scalar;
        return JB_ROOT_IS_SCALAR(json) && JsonbExtractScalar(&json->root, &scalar) && scalar.type == jbvNull;
    });
}

int64_t insert_items_of(const step_state& state, const source_value& source) {
    const int64_t items = count_elements(state, source);
    if (items > 0) insert_array(state, *source.value, 0);
    return items;
}

/// Inserts the tasks of a source's items as they come, some thousand at a time.
class received_tasks : public source_receiver {
public:
    explicit received_tasks(const step_state& state) : state_(state), pending_context_(new_context()) {}
    received_tasks(const received_tasks&) = delete;
    received_tasks& operator=(const received_tasks&) = delete;

    /// Null is what jsonb_agg gives over no rows.
    void receive_value(std::optional<Datum> value) override {
        if (!value || is_json_null(*value)) return;
        items_ = insert_items_of(state_, {"what source \"" + *state_.fanout_from + "\" returned", value});
    }

    void receive_rows(const std::vector<Datum>& items) override {
        for (Datum item : items) {
            add(item);
            if (pending_.size() >= most_items_a_piece || pending_bytes_ >= most_bytes_a_piece)
                insert_full_tasks();
        }
    }

    /// Inserts what is left; returns how many items there were.
    int64_t finish() {
        if (!pending_.empty()) insert(pending_);
        pg_call([&] { MemoryContextDelete(pending_context_); });
        return items_;
    }

private:
    static MemoryContext new_context() {
        return pg_call([] {
            return AllocSetContextCreate(CurrentMemoryContext, "fanout source", ALLOCSET_DEFAULT_SIZES);
        });
    }

    void add(Datum item) {
        const Datum copy = pg_call([&] {
            MemoryContext previous = MemoryContextSwitchTo(pending_context_);
            Datum result = PointerGetDatum(PG_DETOAST_DATUM_COPY(item));
            MemoryContextSwitchTo(previous);
            return result;
        });
        pending_.push_back(copy);
        pending_bytes_ += static_cast<int64_t>(VARSIZE_ANY(DatumGetPointer(copy)));
        ++items_;
    }

    /// The items of a batch that isn't full stay.
    void insert_full_tasks() {
        const size_t full = pending_.size() - pending_.size() % static_cast<size_t>(state_.batch_size);
        if (full == 0) return;
        const auto end = pending_.begin() + static_cast<std::ptrdiff_t>(full);
        insert({pending_.begin(), end});
        const std::vector<Datum> rest(end, pending_.end());
        items_ -= static_cast<int64_t>(rest.size());
        MemoryContext done = pending_context_;
        pending_context_ = new_context();
        pending_.clear();
        pending_bytes_ = 0;
        for (Datum item : rest) add(item);
        pg_call([&] { MemoryContextDelete(done); });
    }

    void insert(const std::vector<Datum>& items) {
        insert_items(state_, items, tasks_);
        const auto batch_size = static_cast<size_t>(state_.batch_size);
        tasks_ += static_cast<int32_t>((items.size() + batch_size - 1) / batch_size);
    }

    const step_state& state_;
    MemoryContext pending_context_;
    std::vector<Datum> pending_;
    int64_t pending_bytes_ = 0;
    int64_t items_ = 0;
    int32_t tasks_ = 0;
};

void receive_items(const step_state& state, source_receiver& receiver) {
    if (state.source_function) return call_source_function(state, receiver);
    const source_value source = read_source(state);
    if (source.value) find_path_items(state, source.name, *source.value, receiver);
}

}  // namespace

int64_t count_items(const step_state& state) {
    return count_elements(state, read_source(state));
}

source_array::source_array(const step_state& state) : state_(state) {
    const source_value source = read_source(state);
    size_ = static_cast<int32_t>(count_elements(state, source));
    items_ = source.value.value_or(Datum{0});
}

void source_array::insert_tasks(const task_range& part) const {
    if (part.first < part.end) insert_elements(state_, items_, 0, part);
}

void insert_array(const step_state& state, Datum items, int32_t first_task) {
    insert_elements(state, items, first_task, {0, array_length(items)});
}

int64_t insert_all_items(const step_state& state) {
    if (!state.evaluates_source()) return insert_items_of(state, read_source(state));
    received_tasks tasks(state);
    const int timeout_ms = timer_ms(state.timeout);
    const call_timer timer(timeout_ms);
    try {
        receive_items(state, tasks);
        return tasks.finish();
    } catch (const pg_error& error) {
        if (!timer.fired() || !error.is_interrupt()) throw;
    }
    raise(sqlstate::task_timeout,
          "its source did not end within its timeout of " + std::to_string(timeout_ms) + " ms", {});
}

}  // namespace fanout
