// Arrays in PostgreSQL's binary format (array_recv), built by appending: for those that always have an
// element a task, which as text would cost the server more to read than the exchange's own work.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace fanout::worker_detail {

/// Of one dimension, its elements all of one type. The methods to add one name that type.
class binary_array {
public:
    /// The OIDs of pg_type, which are the same in every database.
    enum class element_type : uint32_t { boolean = 16, int8 = 20, int4 = 23, text = 25 };

    explicit binary_array(element_type type) : type_(type) {}

    void add_boolean(bool value) {
        add_length(1);
        bytes_ += value ? '\1' : '\0';
    }
    void add_int8(int64_t value) {
        add_length(8);
        append(static_cast<uint32_t>(static_cast<uint64_t>(value) >> 32));
        append(static_cast<uint32_t>(value));
    }
    void add_int4(int32_t value) {
        add_length(4);
        append(static_cast<uint32_t>(value));
    }
    void add_text(std::string_view value) {
        add_length(static_cast<int32_t>(value.size()));
        bytes_ += value;
    }
    void add_null() {
        add_length(-1);
        has_nulls_ = 1;
    }

    std::string bytes() && {
        // An empty array has no dimension.
        if (count_ == 0) bytes_.resize(header_bytes - dimension_bytes);
        put(0, count_ > 0 ? 1 : 0);
        put(4, has_nulls_);
        put(8, static_cast<uint32_t>(type_));
        if (count_ > 0) {
            put(12, count_);
            put(16, 1);  // the first element's index
        }
        return std::move(bytes_);
    }

private:
    void add_length(int32_t bytes) {
        append(static_cast<uint32_t>(bytes));
        ++count_;
    }

    /// In network byte order.
    static std::array<char, 4> network(uint32_t value) {
        return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
                static_cast<char>(value)};
    }
    void append(uint32_t value) { bytes_.append(network(value).data(), 4); }
    void put(size_t at, uint32_t value) { bytes_.replace(at, 4, network(value).data(), 4); }

    static constexpr size_t header_bytes = 20, dimension_bytes = 8;

    element_type type_;
    uint32_t count_ = 0, has_nulls_ = 0;
    std::string bytes_ = std::string(header_bytes, '\0');  ///< the header is put in at the end
};

}  // namespace fanout::worker_detail
