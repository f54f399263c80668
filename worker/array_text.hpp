// Arrays in PostgreSQL's text format, built by appending.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

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
        for (size_t at = 0; at < value.size();) {
            const size_t special = std::min(value.find_first_of("\"\\", at), value.size());
            text_.append(value, at, special - at);
            if (special < value.size()) (text_ += '\\') += value[special];
            at = special + 1;
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

}  // namespace fanout::worker_detail
