#include "postgres/json_printer.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

namespace fanout {
namespace {

/// Inlined, which appendBinaryStringInfo isn't; without its zero at the end, which append_json adds.
void append(StringInfo text, std::string_view what) {
    const auto size = static_cast<int>(what.size());
    if (text->maxlen - text->len <= size) enlargeStringInfo(text, size);
    memcpy(text->data + text->len, what.data(), what.size());
    text->len += size;
}

bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\';
}

constexpr uint64_t each_byte = 0x0101010101010101;

/// Whether one of the eight bytes is below the limit, which is 128 at most. After Sean Eron Anderson's Bit
/// Twiddling Hacks.
constexpr uint64_t has_less(uint64_t bytes, unsigned char limit) {
    return (bytes - each_byte * limit) & ~bytes & (each_byte * 128);
}

bool are_plain(const char* eight) {
    uint64_t bytes;
    memcpy(&bytes, eight, sizeof bytes);
    return !(has_less(bytes, ' ') | has_less(bytes ^ (each_byte * '"'), 1) |
             has_less(bytes ^ (each_byte * '\\'), 1));
}

const char* find_special(const char* begin, const char* end) {
    while (end - begin >= 8 && are_plain(begin)) begin += 8;
    return std::find_if_not(begin, end, is_plain);
}

void append_escaped(StringInfo text, char c) {
    switch (c) {
    case '"':
        return append(text, "\\\"");
    case '\\':
        return append(text, "\\\\");
    case '\b':
        return append(text, "\\b");
    case '\f':
        return append(text, "\\f");
    case '\n':
        return append(text, "\\n");
    case '\r':
        return append(text, "\\r");
    case '\t':
        return append(text, "\\t");
    default:
        return appendStringInfo(text, "\\u%04x", static_cast<int>(c));
    }
}

void append_string(StringInfo text, const json_piece& value) {
    const char *next = value.data, *const end = value.data + value.size;
    append(text, "\"");
    for (;;) {
        const char* const special = find_special(next, end);
        append(text, {next, special});
        if (special == end) break;
        append_escaped(text, *special);
        next = special + 1;
    }
    append(text, "\"");
}

void append_number(StringInfo text, const json_piece& value) {
    char* digits = DatumGetCString(DirectFunctionCall1(numeric_out, PointerGetDatum(value.data)));
    append(text, digits);
    pfree(digits);
}

void append_value(StringInfo text, const json_piece& value);

void append_elements(StringInfo text, const JsonbContainer* array) {
    json_entries elements;
    elements.begin(array, 0);
    json_piece element;
    bool is_first = true;
    append(text, "[");
    while (elements.next(element)) {
        if (!std::exchange(is_first, false)) append(text, ", ");
        append_value(text, element);
    }
    append(text, "]");
}

/// Its keys come first, then the values.
void append_members(StringInfo text, const JsonbContainer* object) {
    json_entries keys, values;
    keys.begin(object, 0);
    values.begin(object, JsonContainerSize(object));
    json_piece key, value;
    bool is_first = true;
    append(text, "{");
    while (values.next(value)) {
        keys.next(key);
        if (!std::exchange(is_first, false)) append(text, ", ");
        append_string(text, key);
        append(text, ": ");
        append_value(text, value);
    }
    append(text, "}");
}

void append_value(StringInfo text, const json_piece& value) {
    switch (value.type) {
    case JENTRY_ISNULL:
        return append(text, "null");
    case JENTRY_ISBOOL_TRUE:
        return append(text, "true");
    case JENTRY_ISBOOL_FALSE:
        return append(text, "false");
    case JENTRY_ISSTRING:
        return append_string(text, value);
    case JENTRY_ISNUMERIC:
        return append_number(text, value);
    }
    check_stack_depth();
    const auto* container = reinterpret_cast<const JsonbContainer*>(value.data);
    if (JsonContainerIsArray(container)) {
        append_elements(text, container);
    } else {
        append_members(text, container);
    }
}

}  // namespace

void append_json(StringInfo text, const json_piece& value) {
    append_value(text, value);
    text->data[text->len] = '\0';
}

}  // namespace fanout
