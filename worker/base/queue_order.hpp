// The order in which a lane asks for tasks of its queues.
#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace fanout::worker_detail {

/// Queues with weights, in an order drawn at random: each next one with the probability that its weight has
/// among those left. Where all have tasks, each gets the share of its weight; where one is empty, the others
/// get its share. (Weighted sampling without replacement: Efraimidis and Spirakis, Information Processing
/// Letters 97, 2006. Their key u^(1/w), largest first, is exp of minus an exponential variate of rate w.)
class queue_order {
public:
    /// @param weights  one a queue, or none: there is no order then
    queue_order(std::vector<std::string> queues, std::vector<int> weights,
                std::minstd_rand::result_type seed = std::random_device{}())
        : queues_(std::move(queues)), weights_(std::move(weights)), random_(seed) {
        draw();
    }

    /// Empty where there are no weights.
    const std::vector<std::string>& current() const { return order_; }

    void draw() {
        std::vector<std::pair<double, std::size_t>> keys;
        for (std::size_t i = 0; i < weights_.size(); ++i) {
            keys.emplace_back(std::exponential_distribution<double>(weights_[i])(random_), i);
        }
        std::sort(keys.begin(), keys.end());
        order_.clear();
        for (const auto& key : keys) order_.push_back(queues_[key.second]);
    }

private:
    std::vector<std::string> queues_;
    std::vector<int> weights_;
    std::vector<std::string> order_;
    std::minstd_rand random_;
};

}  // namespace fanout::worker_detail
