#include "plain/index_set.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <stdexcept>

namespace fanout {

index_set index_set::of(std::vector<int32_t> indexes) {
    std::sort(indexes.begin(), indexes.end());
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    index_set result;
    for (int32_t index : indexes) result.append(index);
    return result;
}

index_set index_set::parse(std::string_view text) {
    index_set result;
    const char* at = text.data();
    const char* end = at + text.size();
    auto number_before = [&](char delimiter) {
        int32_t value = 0;
        auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc() || next == end || *next != delimiter) {
            throw std::invalid_argument("not a canonical int4multirange: " + std::string(text));
        }
        at = next + 1;
        return value;
    };
    while ((at = std::find(at, end, '[')) != end) {
        ++at;
        int32_t lo = number_before(',');
        int32_t hi = number_before(')');
        result.ranges_.push_back({lo, hi});
    }
    return result;
}

std::string index_set::text() const {
    std::string result = "{";
    for (const range& r : ranges_) {
        if (result.size() > 1) result += ',';
        result += '[' + std::to_string(r.lo) + ',' + std::to_string(r.hi) + ')';
    }
    return result + '}';
}

int64_t index_set::size() const {
    int64_t total = 0;
    for (const range& r : ranges_) total += static_cast<int64_t>(r.hi) - r.lo;
    return total;
}

bool index_set::contains(int32_t index) const {
    auto after = std::upper_bound(ranges_.begin(), ranges_.end(), index,
                                  [](int32_t value, const range& r) { return value < r.lo; });
    return after != ranges_.begin() && index < std::prev(after)->hi;
}

std::vector<int32_t> index_set::elements() const {
    std::vector<int32_t> result;
    for (const range& r : ranges_) {
        for (int32_t index = r.lo; index < r.hi; ++index) result.push_back(index);
    }
    return result;
}

index_set index_set::take(int64_t count) {
    index_set taken;
    size_t whole = 0;
    while (whole < ranges_.size() && count > 0) {
        range& r = ranges_[whole];
        int64_t width = static_cast<int64_t>(r.hi) - r.lo;
        if (width > count) {
            int32_t middle = r.lo + static_cast<int32_t>(count);
            taken.ranges_.push_back({r.lo, middle});
            r.lo = middle;
            break;
        }
        taken.ranges_.push_back(r);
        count -= width;
        ++whole;
    }
    ranges_.erase(ranges_.begin(), ranges_.begin() + static_cast<std::ptrdiff_t>(whole));
    return taken;
}

void index_set::remove(const std::vector<int32_t>& sorted) {
    std::vector<range> kept;
    auto next = sorted.begin();
    for (const range& r : ranges_) {
        int32_t lo = r.lo;
        next = std::lower_bound(next, sorted.end(), lo);
        for (; next != sorted.end() && *next < r.hi; ++next) {
            if (lo < *next) kept.push_back({lo, *next});
            lo = *next + 1;
        }
        if (lo < r.hi) kept.push_back({lo, r.hi});
    }
    ranges_ = std::move(kept);
}

void index_set::append(const range& above) {
    if (!ranges_.empty() && ranges_.back().hi >= above.lo) {
        ranges_.back().hi = std::max(ranges_.back().hi, above.hi);
    } else if (above.lo < above.hi) {
        ranges_.push_back(above);
    }
}

void index_set::add(const index_set& other) {
    std::vector<range> all;
    std::merge(ranges_.begin(), ranges_.end(), other.ranges_.begin(), other.ranges_.end(),
               std::back_inserter(all), [](const range& a, const range& b) { return a.lo < b.lo; });
    ranges_.clear();
    for (const range& r : all) {
        if (!ranges_.empty() && r.lo <= ranges_.back().hi) {
            ranges_.back().hi = std::max(ranges_.back().hi, r.hi);
        } else {
            ranges_.push_back(r);
        }
    }
}

}  // namespace fanout
