#include "base/json_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr std::string_view spaces = " \t\r\n";
constexpr std::string_view digits = "0123456789";

/// Walks over a JSON text. It keeps what is open in a string of its own, so depth costs a byte and no stack.
class scanner {
public:
    explicit scanner(std::string_view text) : text_(text) {}

    /// Passes one value, and returns it.
    std::string_view value() {
        skip_space();
        const size_t start = at_;
        std::string open;
        do {
            if (!begin_value(open)) continue;
            end_value(open);
        } while (!open.empty());
        return text_.substr(start, at_ - start);
    }

    std::string_view string() {
        const size_t start = at_;
        expect('"');
        while (peek() != '"') character();
        ++at_;
        return text_.substr(start, at_ - start);
    }

    bool take(char c) {
        skip_space();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    void expect(char c) {
        if (!take(c)) unexpected();
    }

    void expect_end() {
        skip_space();
        if (at_ < text_.size()) unexpected();
    }

    void skip_space() { at_ = std::min(text_.find_first_not_of(spaces, at_), text_.size()); }

private:
    [[noreturn]] void unexpected() const {
        if (at_ >= text_.size()) throw json_error("it ends too early");
        const auto byte = static_cast<unsigned char>(text_[at_]);
        const std::string where = " at byte " + std::to_string(at_ + 1);
        if (byte == 0) throw json_error("a NUL byte" + where);
        if (byte < 0x20) throw json_error("control character " + std::to_string(byte) + where);
        const size_t length = utf8_length(text_.substr(at_));
        if (length == 0) throw json_error("bytes that are not UTF-8" + where);
        for (const std::string_view name : {"NaN", "Infinity", "nan", "inf"}) {
            if (text_.substr(at_).starts_with(name)) {
                throw json_error(std::string(name) + where + ", a number that JSON doesn't have");
            }
        }
        throw json_error("unexpected '" + std::string(text_.substr(at_, length)) + "'" + where);
    }

    char peek() const {
        if (at_ >= text_.size()) unexpected();
        return text_[at_];
    }

    /// Passes a scalar, an empty array or object, or the start of a full one. Returns whether a value has
    /// ended.
    bool begin_value(std::string& open) {
        skip_space();
        const char first = peek();
        if (first != '{' && first != '[') {
            scalar(first);
            return true;
        }
        ++at_;
        if (take(first == '{' ? '}' : ']')) return true;
        open += first;
        if (first == '{') key();
        return false;
    }

    /// After a value: passes a comma, or the ends of what it was the last of.
    void end_value(std::string& open) {
        while (!open.empty()) {
            if (take(',')) {
                if (open.back() == '{') key();
                return;
            }
            expect(open.back() == '{' ? '}' : ']');
            open.pop_back();
        }
    }

    void key() {
        skip_space();
        string();
        expect(':');
    }

    void scalar(char first) {
        switch (first) {
        case '"':
            string();
            break;
        case 't':
            word("true");
            break;
        case 'f':
            word("false");
            break;
        case 'n':
            if (text_.substr(at_).starts_with("nan")) unexpected();
            word("null");
            break;
        default:
            number();
        }
    }

    void word(std::string_view expected) {
        for (char c : expected) {
            if (peek() != c) unexpected();
            ++at_;
        }
    }

    void number() {
        if (peek() == '-') ++at_;
        if (peek() == '0') {
            ++at_;
        } else {
            some_digits();
        }
        if (at_ < text_.size() && text_[at_] == '.') {
            ++at_;
            some_digits();
        }
        if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
            ++at_;
            if (peek() == '+' || peek() == '-') ++at_;
            some_digits();
        }
    }

    void some_digits() {
        if (digits.find(peek()) == std::string_view::npos) unexpected();
        at_ = std::min(text_.find_first_not_of(digits, at_), text_.size());
    }

    void character() {
        const auto byte = static_cast<unsigned char>(text_[at_]);
        if (byte == '\\') {
            ++at_;
            escape();
        } else if (byte >= 0x20 && byte < 0x80) {
            ++at_;
        } else {
            const size_t length = byte < 0x20 ? 0 : utf8_length(text_.substr(at_));
            if (length == 0) unexpected();
            at_ += length;
        }
    }

    void escape() {
        if (peek() != 'u') {
            if (std::string_view("\"\\/bfnrt").find(peek()) == std::string_view::npos) unexpected();
            ++at_;
            return;
        }
        ++at_;
        for (int i = 0; i < 4; ++i) {
            if (std::string_view("0123456789abcdefABCDEF").find(peek()) == std::string_view::npos)
                unexpected();
            ++at_;
        }
    }

    std::string_view text_;
    size_t at_ = 0;
};

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

}  // namespace

size_t utf8_length(std::string_view text) {
    if (text.empty() || text[0] == '\0') return 0;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first < 0x80) return 1;
    const size_t length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 4;
    if (first < 0xc2 || first > 0xf4 || text.size() < length) return 0;
    if (!std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length), is_continuation))
        return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    // Longer than needed, a surrogate, or beyond the last character.
    const bool refused = (first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) ||
                         (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f);
    return refused ? 0 : length;
}

void check_json(std::string_view text) {
    scanner s(text);
    s.value();
    s.expect_end();
}

std::optional<std::vector<json_member>> json_members(std::string_view text) {
    scanner s(text);
    if (!s.take('{')) {
        check_json(text);
        return std::nullopt;
    }
    std::vector<json_member> members;
    if (!s.take('}')) {
        do {
            s.skip_space();
            std::string key = json_string(s.string()).value_or("");
            s.expect(':');
            members.push_back({std::move(key), s.value()});
        } while (s.take(','));
        s.expect('}');
    }
    s.expect_end();
    return members;
}

std::optional<std::string> json_string(std::string_view value) {
    if (!value.starts_with('"')) return std::nullopt;
    if (value.find('\\') == std::string_view::npos) return std::string(value.substr(1, value.size() - 2));
    // A lone surrogate is JSON, but no text.
    const auto parsed = nlohmann::json::parse(value, nullptr, false);
    if (!parsed.is_string()) return std::string(value);
    return parsed.get<std::string>();
}

}  // namespace fanout::worker_detail
