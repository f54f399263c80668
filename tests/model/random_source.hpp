// Random numbers that are the same everywhere: the standard library's distributions differ between its
// implementations, and a seed must repeat a flow on any machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace model {

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
class random_source {
public:
    explicit random_source(uint64_t seed) : state_(seed) {}

    uint64_t next() {
        uint64_t z = (state_ += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    int between(int low, int high) {
        return low + static_cast<int>(next() % static_cast<uint64_t>(high - low + 1));
    }

    bool percent(int chance) { return between(0, 99) < chance; }

    template <typename T> const T& pick(const std::vector<T>& from) { return from[next() % from.size()]; }

    /// Another stream. What it gives doesn't depend on how much was drawn from this one since it was made.
    random_source branch(uint64_t number) const {
        return random_source(random_source(state_ ^ (number * 0xd1342543de82ef95)).next());
    }

private:
    uint64_t state_;
};

}  // namespace model
