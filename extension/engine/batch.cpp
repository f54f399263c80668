#include "engine/batch.hpp"

#include "postgres/jsonb.hpp"
#include "runs/missing_rows.hpp"
#include "runs/tasks.hpp"

namespace fanout {
namespace {

/// The first item of an output that failed alone, by its position, and how many such there are.
struct lone_failures {
    int32_t count = 0;
    int32_t first = 0;
    const char* message = nullptr;  // the first's, not terminated
    int length = 0;
};

/// `{"$error": "message"}`, and no other key: fanout.item_error says the same in SQL.
bool is_item_error(const JsonbValue& element, JsonbValue* message) {
    static constexpr char key[] = "$error";
    return element.type == jbvBinary && JsonContainerIsObject(element.val.binary.data) &&
           JsonContainerSize(element.val.binary.data) == 1 &&
           getKeyJsonValueFromContainer(element.val.binary.data, key, sizeof(key) - 1, message) &&
           message->type == jbvString;
}

lone_failures find_lone_failures(Datum output) {
    return pg_call([&] {
        lone_failures found;
        JsonbIterator* it = JsonbIteratorInit(&DatumGetJsonbP(output)->root);
        JsonbValue element, message;
        int32_t position = 0;
        for (JsonbIteratorToken token; (token = JsonbIteratorNext(&it, &element, true)) != WJB_DONE;) {
            if (token != WJB_ELEM) continue;
            if (is_item_error(element, &message) && found.count++ == 0) {
                found.first = position;
                found.message = message.val.string.val;
                found.length = message.val.string.len;
            }
            ++position;
        }
        return found;
    });
}

void judge(outcome& o, int32_t items) {
    o.items = items;
    if (o.error) return;
    o.error = batch_output_error(o.output, items);
    if (o.error) return;
    const lone_failures found = find_lone_failures(o.output);
    if (found.count == 0) return;
    o.failed_items = found.count;
    o.item_error = "item " + std::to_string(found.first) + " of task " + std::to_string(o.task_index) + ": " +
                   std::string(found.message, static_cast<size_t>(found.length));
}

/// No attempt would find them again.
void fail_without_items(outcome& o) {
    o.items = 1;
    o.error = missing_batch_error();
    o.final = true;
}

}  // namespace

std::optional<std::string> batch_output_error(Datum output, int32_t items) {
    const int32_t length = array_length(output);
    if (length == items) return std::nullopt;
    const std::string wanted = " for a batch of " + std::to_string(items) + (items == 1 ? " item" : " items");
    if (length < 0) return "its output is no array, which it has to be" + wanted;
    return "its output has " + std::to_string(length) + (length == 1 ? " element" : " elements") + wanted;
}

int32_t items_failed_alone(Datum output) {
    return find_lone_failures(output).count;
}

void judge_batches(const claims& held, const step_states& states, std::vector<outcome>& outcomes) {
    std::map<int64_t, std::vector<outcome*>> by_state;
    for (const auto& [id, state] : states) {
        if (state.batch_size > 1) by_state[id];
    }
    if (by_state.empty()) return;
    for (outcome& o : outcomes) {
        auto it = by_state.find(held.at(o.claim_id).state_id);
        if (it != by_state.end()) it->second.push_back(&o);
    }
    for (const auto& [id, batches] : by_state) {
        std::vector<int32_t> indexes;
        for (const outcome* o : batches) indexes.push_back(o->task_index);
        const std::map<int32_t, int32_t> lengths = batch_lengths(states.at(id), indexes);
        for (outcome* o : batches) {
            const auto length = lengths.find(o->task_index);
            if (length == lengths.end()) {
                fail_without_items(*o);
            } else {
                judge(*o, length->second);
            }
        }
    }
}

}  // namespace fanout
