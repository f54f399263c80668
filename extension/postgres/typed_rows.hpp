// Reading the cells of rows as C++ values, however the rows were found.
#pragma once

#include "postgres/datum.hpp"

namespace fanout {

/// What a class of rows inherits that has datum(), is_null() and size(). Rows count from 0, columns from 1.
template <typename Rows> class typed_rows {
public:
    bool empty() const { return self().size() == 0; }
    int16_t int2(size_t row, int column) const { return DatumGetInt16(self().datum(row, column)); }
    int32_t int4(size_t row, int column) const { return DatumGetInt32(self().datum(row, column)); }
    int64_t int8(size_t row, int column) const { return DatumGetInt64(self().datum(row, column)); }
    bool boolean(size_t row, int column) const { return DatumGetBool(self().datum(row, column)); }
    Oid oid(size_t row, int column) const { return DatumGetObjectId(self().datum(row, column)); }
    pg_uuid_t uuid(size_t row, int column) const { return *DatumGetUUIDP(self().datum(row, column)); }

    std::string text(size_t row, int column) const {
        const text_view view = view_text(self().datum(row, column));
        return std::string(view.data, view.size);
    }
    std::optional<std::string> optional_text(size_t row, int column) const {
        if (self().is_null(row, column)) return std::nullopt;
        return text(row, column);
    }
    /// The values of a column of bigints without nulls.
    std::vector<int64_t> int8_column(int column) const {
        std::vector<int64_t> values;
        for (size_t i = 0; i < self().size(); ++i) values.push_back(int8(i, column));
        return values;
    }
    /// Those of a column of uuids, likewise.
    std::vector<pg_uuid_t> uuid_column(int column) const {
        std::vector<pg_uuid_t> values;
        for (size_t i = 0; i < self().size(); ++i) values.push_back(uuid(i, column));
        return values;
    }

private:
    const Rows& self() const { return static_cast<const Rows&>(*this); }
};

}  // namespace fanout
