#include "control/table.hpp"

#include "control/shown_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <regex>

namespace fanout::control {
namespace {

using worker_detail::query_rows;

constexpr std::string_view duration_suffix = "_seconds";
constexpr std::string_view gap = "  ";

struct column {
    std::string title;
    std::vector<std::string> cells;
    bool is_number;
    size_t width;
};

std::string shown_value(const std::string& name, const std::string& value) {
    static const std::regex time_of_day_with_fraction(R"(^(\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d)\.\d+)");
    if (name.ends_with(duration_suffix)) return duration_text(std::strtod(value.c_str(), nullptr));
    // A short text alone: the library's recursion goes as deep as the text is long.
    return value.size() < 40 ? std::regex_replace(value, time_of_day_with_fraction, "$1") : value;
}

std::string cell(const std::string& name, const std::optional<std::string>& value, size_t widest) {
    return value ? shortened(printable(shown_value(name, *value)), widest) : "";
}

bool is_number(const std::string& name, const std::optional<std::string>& value) {
    if (!value || name.ends_with(duration_suffix)) return true;
    return !value->empty() && value->find_first_not_of("-.0123456789") == value->npos;
}

std::string title_of(const std::string& name) {
    return name.ends_with(duration_suffix) ? name.substr(0, name.size() - duration_suffix.size()) : name;
}

column make_column(const query_rows& rows, size_t number, size_t widest) {
    const std::string& name = rows.columns[number];
    column c{title_of(name), {}, true, width_of(title_of(name))};
    for (const auto& row : rows.rows) {
        c.cells.push_back(cell(name, row[number], widest));
        c.is_number = c.is_number && is_number(name, row[number]);
        c.width = std::max(c.width, width_of(c.cells.back()));
    }
    return c;
}

void add_cell(std::string& line, const column& c, const std::string& text) {
    const std::string padding(c.width - width_of(text), ' ');
    if (!line.empty()) line += gap;
    line += c.is_number ? padding + text : text + padding;
}

void end_line(std::string& result, std::string line) {
    line.resize(line.find_last_not_of(' ') + 1);
    result += line + '\n';
}

}  // namespace

std::string duration_text(double seconds) {
    struct unit {
        const char* name;
        long long size;
    };
    constexpr unit units[] = {{"d", 86400}, {"h", 3600}, {"min", 60}, {"s", 1}};
    char text[64];
    if (seconds < 59.95) {
        std::snprintf(text, sizeof text, "%.1f s", std::max(seconds, 0.0));
        return text;
    }
    const auto whole = std::llround(seconds);
    const unit* u = units;
    while (whole < u->size) ++u;
    const long long first = whole / u->size, rest = whole % u->size / u[1].size;
    if (rest == 0) return std::to_string(first) + " " + u->name;
    std::snprintf(text, sizeof text, "%lld %s %lld %s", first, u->name, rest, u[1].name);
    return text;
}

std::string table(const query_rows& rows, size_t widest) {
    std::vector<column> columns;
    for (size_t i = 0; i < rows.columns.size(); ++i) columns.push_back(make_column(rows, i, widest));
    std::string result, line;
    for (const column& c : columns) add_cell(line, c, c.title);
    end_line(result, line);
    for (size_t row = 0; row < rows.rows.size(); ++row) {
        line.clear();
        for (const column& c : columns) add_cell(line, c, c.cells[row]);
        end_line(result, line);
    }
    return result;
}

std::string card(const query_rows& row) {
    size_t width = 0;
    for (const auto& name : row.columns) width = std::max(width, width_of(title_of(name)));
    std::string result;
    for (size_t i = 0; i < row.columns.size(); ++i) {
        if (!row.rows[0][i]) continue;
        const std::string title = title_of(row.columns[i]);
        result += title + std::string(width - width_of(title), ' ');
        end_line(result, std::string(gap) + printable(shown_value(row.columns[i], *row.rows[0][i])));
    }
    return result;
}

}  // namespace fanout::control
