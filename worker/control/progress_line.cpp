#include "control/progress_line.hpp"

#include "control/shown_text.hpp"
#include "control/table.hpp"

#include <algorithm>

namespace fanout::control {
namespace {

constexpr size_t longest_bar = 40, shortest_bar = 5;

double share_of(const progress& p) {
    if (p.status == "completed") return 1;
    if (p.total <= 0) return 0;
    return std::clamp(static_cast<double>(p.done) / static_cast<double>(p.total), 0.0, 1.0);
}

std::string bar(double share, size_t width) {
    const auto filled = static_cast<size_t>(share * static_cast<double>(width));
    std::string result;
    for (size_t i = 0; i < width; ++i) result += i < filled ? "█" : "░";
    return result;
}

std::string percentage(double share) {
    const std::string digits = std::to_string(static_cast<int>(share * 100));
    return std::string(3 - std::min<size_t>(digits.size(), 3), ' ') + digits + "%";
}

std::string counts(const progress& p) {
    std::string result = std::to_string(p.done) + " of " + std::to_string(p.total) + " tasks";
    if (p.failed > 0) result += ", " + std::to_string(p.failed) + " failed";
    return result;
}

}  // namespace

std::string plain_line(const progress& p) {
    return p.status + ": " + counts(p) + ", after " + duration_text(p.elapsed_seconds);
}

std::string bar_line(const progress& p, size_t width) {
    const double share = share_of(p);
    std::string words = percentage(share) + "  " + counts(p);
    if (p.status != "started") {
        words += "  " + p.status + " after " + duration_text(p.elapsed_seconds);
    } else if (p.eta_seconds) {
        words += "  about " + duration_text(*p.eta_seconds) + " left";
    }
    const size_t taken = width_of(words) + 1;
    if (width < taken + shortest_bar) return shortened(words, width);
    return bar(share, std::min(width - taken, longest_bar)) + " " + words;
}

}  // namespace fanout::control
