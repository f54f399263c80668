#include "postgres/statement.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/datum.hpp"
#include "postgres/engine_statement.hpp"

#include <algorithm>

namespace fanout {

std::vector<Datum> uuid_datums(const std::vector<pg_uuid_t>& values) {
    std::vector<Datum> datums;
    for (const pg_uuid_t& value : values) datums.push_back(UUIDPGetDatum(&value));
    return datums;
}

namespace param {

parameter null() {
    return {};
}
parameter int2(int16_t value) {
    return {Int16GetDatum(value), false};
}
parameter int4(int32_t value) {
    return {Int32GetDatum(value), false};
}
parameter int8(int64_t value) {
    return {Int64GetDatum(value), false};
}
parameter oid(Oid value) {
    return {ObjectIdGetDatum(value), false};
}
parameter boolean(bool value) {
    return {BoolGetDatum(value), false};
}
parameter time(TimestampTz value) {
    return {TimestampTzGetDatum(value), false};
}
parameter time_or_null(TimestampTz value) {
    return value == 0 ? null() : time(value);
}
parameter datum(Datum value) {
    return {value, false};
}
parameter uuid(const pg_uuid_t& value) {
    return {UUIDPGetDatum(&value), false};
}

parameter text(std::string_view value) {
    return pg_call([&] {
        return parameter{
            PointerGetDatum(cstring_to_text_with_len(value.data(), static_cast<int>(value.size()))), false};
    });
}

parameter optional_text(const std::optional<std::string>& value) {
    return value ? text(*value) : null();
}

parameter datum_array(const std::vector<Datum>& values, Oid element_type) {
    return pg_call([&] {
        int16 length;
        bool by_value;
        char alignment;
        get_typlenbyvalalign(element_type, &length, &by_value, &alignment);
        ArrayType* array = construct_array(const_cast<Datum*>(values.data()), static_cast<int>(values.size()),
                                           element_type, length, by_value, alignment);
        return parameter{PointerGetDatum(array), false};
    });
}

parameter int4_array(const std::vector<int32_t>& values) {
    return datum_array(std::vector<Datum>(values.begin(), values.end()), INT4OID);
}

parameter int8_array(const std::vector<int64_t>& values) {
    return datum_array(std::vector<Datum>(values.begin(), values.end()), INT8OID);
}

parameter time_array(const std::vector<TimestampTz>& values) {
    return datum_array(std::vector<Datum>(values.begin(), values.end()), TIMESTAMPTZOID);
}

parameter text_array(const std::vector<std::string>& values) {
    std::vector<Datum> datums;
    for (const std::string& value : values) datums.push_back(text(value).datum);
    return datum_array(datums, TEXTOID);
}

parameter uuid_array(const std::vector<pg_uuid_t>& values) {
    return datum_array(uuid_datums(values), UUIDOID);
}

}  // namespace param

bool rows::is_null(size_t row, int column) const {
    bool null;
    SPI_getbinval(table_->vals[row], table_->tupdesc, column, &null);
    return null;
}

Datum rows::datum(size_t row, int column) const {
    bool null;
    return SPI_getbinval(table_->vals[row], table_->tupdesc, column, &null);
}

int rows::column(std::string_view name) const {
    if (numbers_.empty()) {
        TupleDesc columns = table_->tupdesc;
        for (int i = 0; i < columns->natts; ++i)
            numbers_.emplace(NameStr(TupleDescAttr(columns, i)->attname), i + 1);
    }
    const auto found = numbers_.find(name);
    if (found == numbers_.end())
        pg_call([&] { elog(ERROR, "no column is named %.*s", static_cast<int>(name.size()), name.data()); });
    return found->second;
}

std::string partition_name(const char* table, int generation) {
    char name[NAMEDATALEN];
    snprintf(name, sizeof(name), "%s_%02d", table, generation);
    return name;
}

SPIPlanPtr statement::plan(int generation) {
    SPIPlanPtr& kept = plans_[static_cast<size_t>(generation)];
    if (kept) return kept;
    std::string sql = sql_;
    char suffix[8];
    snprintf(suffix, sizeof(suffix), "%02d", generation);
    for (size_t at; (at = sql.find("$g")) != std::string::npos;) sql.replace(at, 2, suffix);
    kept = pg_call([&] {
        SPIPlanPtr made = SPI_prepare_cursor(sql.c_str(), static_cast<int>(types_.size()), types_.data(),
                                             CURSOR_OPT_GENERIC_PLAN);
        if (!made) elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
        if (SPI_keepplan(made) != 0) elog(ERROR, "SPI_keepplan failed");
        return made;
    });
    return kept;
}

rows statement::execute(int generation, const parameter* parameters, size_t count) {
    constexpr size_t most = 40;
    Datum values[most];
    char nulls[most];
    for (size_t i = 0; i < std::min(count, most); ++i) {
        values[i] = parameters[i].datum;
        nulls[i] = parameters[i].null ? 'n' : ' ';
    }
    SPIPlanPtr prepared = plan(generation);
    const engine_statement scope;
    const char* sql = sql_.c_str();
    const size_t expected = types_.size();
    pg_call([&] {
        if (count != expected || count > most)
            elog(ERROR, "statement takes %zu parameters, got %zu: %s", expected, count, sql);
        int code = SPI_execute_plan(prepared, values, nulls, false, 0);
        if (code < 0) elog(ERROR, "SPI_execute_plan failed: %s: %s", SPI_result_code_string(code), sql);
    });
    return rows(SPI_tuptable, SPI_processed);
}

statement& kept_statement(const std::string& sql, const std::vector<Oid>& types) {
    static std::map<std::string, statement> kept;
    return kept.try_emplace(sql, sql, types).first->second;
}

array_elements elements_of(Datum array, Oid element_type) {
    return pg_call([&] {
        int16 length;
        bool by_value;
        char alignment;
        array_elements result;
        get_typlenbyvalalign(element_type, &length, &by_value, &alignment);
        deconstruct_array(DatumGetArrayTypeP(array), element_type, length, by_value, alignment,
                          &result.values, &result.nulls, &result.size);
        return result;
    });
}

std::vector<int64_t> int8_elements(Datum array) {
    const array_elements elements = elements_of(array, INT8OID);
    std::vector<int64_t> result;
    for (int i = 0; i < elements.size; ++i) result.push_back(DatumGetInt64(elements.values[i]));
    return result;
}

namespace {

/// Of an argument, without nulls.
array_elements argument_elements(Datum array, Oid element_type, const std::string& argument) {
    const array_elements elements = elements_of(array, element_type);
    if (std::find(elements.nulls, elements.nulls + elements.size, true) != elements.nulls + elements.size) {
        raise(sqlstate::invalid_argument, argument + " has a null element",
              "Leave the element out, or give it a value.");
    }
    return elements;
}

}  // namespace

std::vector<int64_t> int8_elements(Datum array, const std::string& argument) {
    argument_elements(array, INT8OID, argument);
    return int8_elements(array);
}

std::vector<std::string> text_elements(Datum array, const std::string& argument) {
    const array_elements elements = argument_elements(array, TEXTOID, argument);
    std::vector<std::string> result;
    for (int i = 0; i < elements.size; ++i) {
        text_view view = view_text(elements.values[i]);
        result.emplace_back(view.data, view.size);
    }
    return result;
}

}  // namespace fanout
