// Arrays in PostgreSQL's text format, built by appending.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fanout::worker_detail {

/// `{1,2}` or `{"a","b \"c\"",NULL}`.
class array_text {
public:
    void add_plain(std::string_view value) {
        separate();
        text_ += value;
    }
    void add_null() { add_plain("NULL"); }
    void add_quoted(std::string_view value) {
        separate();
        text_ += '"';
        // JSON is full of quotes: to look for the next one takes longer than to go through it.
        for (char c : value) {
            if (c == '"' || c == '\\') text_ += '\\';
            text_ += c;
        }
        text_ += '"';
    }
    std::string finish() && {
        text_ += '}';
        return std::move(text_);
    }

private:
    void separate() {
        if (text_.size() > 1) text_ += ',';
    }

    std::string text_ = "{";
};

inline std::string text_array(const std::vector<std::string>& values) {
    array_text text;
    for (const std::string& value : values) text.add_quoted(value);
    return std::move(text).finish();
}

}  // namespace fanout::worker_detail
