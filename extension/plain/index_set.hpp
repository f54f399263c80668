// A set of task indexes as sorted, disjoint, half-open ranges: what a queue row covers. Plain C++.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fanout {

class index_set {
public:
    struct range {
        int32_t lo;
        int32_t hi;  // not in the range
        bool operator==(const range&) const = default;
    };

    index_set() = default;
    index_set(int32_t lo, int32_t hi) {
        if (lo < hi) ranges_.push_back({lo, hi});
    }

    /// Of these indexes, in whatever order, and perhaps more than once.
    static index_set of(std::vector<int32_t> indexes);

    /// From PostgreSQL's text of an int4multirange in its canonical form, as in `{[0,100),[200,201)}`.
    static index_set parse(std::string_view text);
    std::string text() const;

    int64_t size() const;
    bool empty() const { return ranges_.empty(); }
    bool contains(int32_t index) const;
    const std::vector<range>& ranges() const { return ranges_; }
    std::vector<int32_t> elements() const;

    /// Removes the lowest `count` indexes and returns them.
    index_set take(int64_t count);
    /// Removes every index in `sorted`, which rises; indexes that are not in the set are passed over.
    void remove(const std::vector<int32_t>& sorted);
    /// Adds an index, or indexes, of which none is below the last one that it has.
    void append(int32_t index) { append({index, index + 1}); }
    void append(const range& above);
    /// Adds all indexes of another set.
    void add(const index_set& other);

    bool operator==(const index_set&) const = default;

private:
    std::vector<range> ranges_;
};

}  // namespace fanout
