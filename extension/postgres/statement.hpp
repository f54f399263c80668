// Prepared statements over SPI: planned once a backend, kept, and revalidated by PostgreSQL.
#pragma once

#include "postgres/typed_rows.hpp"

#include <string_view>
#include <unordered_map>

#include <array>
#include <initializer_list>

namespace fanout {

inline constexpr int generation_count = 16;  // partitions of tasks, results and failures

/// A parameter of a statement. Pointers must live until the statement has run.
struct parameter {
    Datum datum = 0;
    bool null = true;
};

/// They point to the values.
std::vector<Datum> uuid_datums(const std::vector<pg_uuid_t>& values);

/// Makes parameters.
namespace param {
parameter null();
parameter int2(int16_t value);
parameter int4(int32_t value);
parameter int8(int64_t value);
parameter oid(Oid value);
parameter boolean(bool value);
parameter time(TimestampTz value);
/// Null for 0, which stands for no time.
parameter time_or_null(TimestampTz value);
parameter datum(Datum value);
parameter uuid(const pg_uuid_t& value);
parameter text(std::string_view value);
parameter optional_text(const std::optional<std::string>& value);
parameter int4_array(const std::vector<int32_t>& values);
parameter int8_array(const std::vector<int64_t>& values);
parameter time_array(const std::vector<TimestampTz>& values);
parameter text_array(const std::vector<std::string>& values);
parameter uuid_array(const std::vector<pg_uuid_t>& values);
/// An array of any by-reference type with varlena elements (jsonb, text) from its Datums.
parameter datum_array(const std::vector<Datum>& values, Oid element_type);
}  // namespace param

/// The rows that a statement returned. A Datum of theirs that is a pointer lives as long as they do.
class rows : public typed_rows<rows> {
public:
    rows(SPITupleTable* table, uint64_t processed) : table_(table), processed_(processed) {}
    rows(const rows&) = delete;
    rows& operator=(const rows&) = delete;
    ~rows() {
        if (table_) SPI_freetuptable(table_);
    }

    /// Rows returned, or for a statement without RETURNING, rows changed.
    size_t size() const { return processed_; }

    bool is_null(size_t row, int column) const;
    Datum datum(size_t row, int column) const;
    /// The number of a column, by its name: for rows of so many that their places would be mixed up.
    int column(std::string_view name) const;

private:
    SPITupleTable* table_;
    uint64_t processed_;
    mutable std::unordered_map<std::string_view, int> numbers_{};  ///< of the columns, once one is asked for
};

/// The partition of a table that holds a generation's rows.
std::string partition_name(const char* table, int generation);

/// One SQL statement. Declare it `static`: its plan is made at the first use and kept for the backend.
/// `$g` in its text stands for the generation's two digits, the suffix of a partition's name: a statement
/// that names the partition locks one table instead of seventeen.
class statement {
public:
    statement(std::string sql, std::vector<Oid> types) : sql_(std::move(sql)), types_(std::move(types)) {}

    rows run(std::initializer_list<parameter> parameters) { return run_in(0, parameters); }
    rows run(const std::vector<parameter>& parameters) {
        return execute(0, parameters.data(), parameters.size());
    }
    rows run_in(int generation, std::initializer_list<parameter> parameters) {
        return execute(generation, parameters.begin(), parameters.size());
    }

private:
    rows execute(int generation, const parameter* parameters, size_t count);
    SPIPlanPtr plan(int generation);

    std::string sql_;
    std::vector<Oid> types_;
    std::array<SPIPlanPtr, generation_count> plans_{};
};

/// A statement of which the text is known only when it runs. It is kept as those that are static.
statement& kept_statement(const std::string& sql, const std::vector<Oid>& types);

/// The elements of an array argument; an absent element is a null.
struct array_elements {
    Datum* values;
    bool* nulls;
    int size;
};
array_elements elements_of(Datum array, Oid element_type);
/// Those of a bigint[] without nulls.
std::vector<int64_t> int8_elements(Datum array);
/// Those of an argument, which throw invalid_argument where one is null.
std::vector<int64_t> int8_elements(Datum array, const std::string& argument);
std::vector<std::string> text_elements(Datum array, const std::string& argument);

}  // namespace fanout
