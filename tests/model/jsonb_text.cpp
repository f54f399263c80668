#include "jsonb_text.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

namespace model {
namespace {

/// Shorter keys come first.
std::vector<std::string> keys_in_order(const json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    std::sort(keys.begin(), keys.end(), [](const std::string& a, const std::string& b) {
        return std::pair(a.size(), std::string_view(a)) < std::pair(b.size(), std::string_view(b));
    });
    return keys;
}

void append(std::string& text, const json& value) {
    if (value.is_object()) {
        text += '{';
        const char* separator = "";
        for (const std::string& key : keys_in_order(value)) {
            text += separator + json(key).dump() + ": ";
            append(text, value[key]);
            separator = ", ";
        }
        text += '}';
    } else if (value.is_array()) {
        text += '[';
        const char* separator = "";
        for (const json& element : value) {
            text += separator;
            append(text, element);
            separator = ", ";
        }
        text += ']';
    } else {
        text += value.dump();
    }
}

std::array<uint8_t, 16> md5(const std::string& text) {
    std::array<uint8_t, 16> result{};
    unsigned size = result.size();
    if (EVP_Digest(text.data(), text.size(), result.data(), &size, EVP_md5(), nullptr) != 1) {
        throw std::runtime_error("no MD5 in this OpenSSL");
    }
    return result;
}

}  // namespace

std::string jsonb_text(const json& value) {
    std::string text;
    append(text, value);
    return text;
}

std::string digest(const json& value) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (uint8_t byte : md5(jsonb_text(value))) {
        if (text.size() == 8) break;
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

int hash(const std::string& text) {
    const auto bytes = md5(text);
    return (bytes[0] << 16 | bytes[1] << 8 | bytes[2]) % 1000000;
}

}  // namespace model
