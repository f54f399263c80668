// Handlers that take and return values, on nlohmann/json (Debian: nlohmann-json3-dev).
//
//     #include <fanout/json.hpp>
//     #include <fanout/worker.hpp>
//
//     struct photo { std::string file; int width; };
//     NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(photo, file, width)
//
//     w.handle("resize", fanout::on_item([](const photo& p) { return shrink(p.file, p.width); }));
//
// A handler's argument is any type that nlohmann/json reads (from_json), nlohmann::json itself included, and
// its result any type that it writes (to_json); void is null, and a std::string a JSON string. It may take a
// `fanout::task&` as second argument. An argument that the JSON doesn't fit, because a key is missing or a
// type is wrong, is a final error: another attempt would get the same. Defining JSON_DIAGNOSTICS to be 1
// makes its message say where.
//
// Numbers become C++'s: integers up to 64 bits are exact, all others are doubles. Where all digits of a
// numeric count, take the text. A result that is infinite or no number (NaN) is an error.
#pragma once

#if !__has_include(<nlohmann/json.hpp>)
#error "fanout/json.hpp needs nlohmann/json: on Debian, the package nlohmann-json3-dev"
#endif

#include "worker.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>

namespace fanout {
inline namespace v1 {
namespace json_detail {

/// A message without the number that nlohmann's begin with.
inline std::string reason(const std::exception& e) {
    const std::string what = e.what();
    const size_t end = what.starts_with("[json.exception") ? what.find("] ") : std::string::npos;
    return end == std::string::npos ? what : what.substr(end + 2);
}

inline std::string shortened(const nlohmann::json& value) {
    constexpr size_t most = 200;
    std::string text = value.dump(-1, ' ', true);
    if (text.size() > most) text = text.substr(0, most) + "...";
    return text;
}

/// @param what  the value's name in an error
template <typename T> T read(const nlohmann::json& value, const char* what) {
    try {
        return value.get<T>();
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& e) {
        throw final_error(std::string(what) + " is not what the handler takes: " + reason(e) + ", in " +
                          shortened(value));
    }
}

inline bool has_doubles(const nlohmann::json& value) {
    return value.is_number_float() ||
           (value.is_structured() && std::any_of(value.begin(), value.end(), has_doubles));
}

/// The shortest text that is read as this double: nlohmann's has more digits now and then (1e23 becomes
/// 9.999999999999999e+22), and a numeric keeps them; what is no number it makes a null.
inline std::string text_of(double number) {
    if (!std::isfinite(number)) throw std::invalid_argument("JSON has no " + std::to_string(number));
    char text[32];
    char* const end = std::to_chars(text, text + sizeof(text), number).ptr;
    const std::string result(text, end);
    return result.find_first_of(".e") == std::string::npos ? result + ".0" : result;
}

inline std::string text_of(const nlohmann::json& value) {
    if (value.is_number_float()) return text_of(value.get<double>());
    if (!has_doubles(value)) return value.dump();
    std::string result;
    for (const auto& [key, member] : value.items()) {
        result += result.empty() ? "" : ",";
        if (value.is_object()) result += nlohmann::json(key).dump() + ':';
        result += text_of(member);
    }
    return value.is_object() ? '{' + result + '}' : '[' + result + ']';
}

inline std::string write(const nlohmann::json& value, const char* what) {
    try {
        return text_of(value);
    } catch (const std::invalid_argument& e) {
        throw std::invalid_argument(std::string(what) + " can't be written: " + e.what());
    } catch (const nlohmann::json::exception& e) {
        throw std::invalid_argument(std::string(what) + " can't be written as JSON: " + reason(e));
    }
}

/// What the database has is JSON, but C++ need not have the number.
inline nlohmann::json parse(const std::string& text, const char* what) {
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::exception& e) {
        throw final_error(std::string(what) + " can't be read: " + reason(e));
    }
}

inline nlohmann::json item_of(const task& t) {
    nlohmann::json input = parse(t.input, "the item");
    const auto item = input.find("item");
    if (item == input.end()) throw final_error("the input has no item: is the step a fan-out?");
    return std::move(*item);
}

inline nlohmann::json input_of(const task& t) {
    return parse(t.input, "the input");
}

/// What a function takes first, and whether it takes a task, too.
template <typename Function> struct signature {
    static_assert(sizeof(Function) == 0, "a handler takes one value and, if it likes, a fanout::task&");
};
template <typename Result, typename Argument> struct signature<std::function<Result(Argument)>> {
    using argument = Argument;
    static constexpr bool takes_task = false;
};
template <typename Result, typename Argument> struct signature<std::function<Result(Argument, task&)>> {
    using argument = Argument;
    static constexpr bool takes_task = true;
};

template <typename Function>
using signature_of = signature<decltype(std::function{std::declval<Function>()})>;

template <typename Function, typename Argument>
decltype(auto) call(Function& function, Argument& argument, task& t) {
    using argument_type = typename signature_of<Function>::argument;
    if constexpr (signature_of<Function>::takes_task) {
        return function(static_cast<argument_type&&>(argument), t);
    } else {
        return function(static_cast<argument_type&&>(argument));
    }
}

/// A handler that reads `take`'s value, calls `function` with it, and writes the result.
template <typename Function>
handler adapt(Function function, nlohmann::json (*take)(const task&), const char* what) {
    using argument_type = std::remove_cvref_t<typename signature_of<Function>::argument>;
    static_assert(!std::is_same_v<argument_type, task>,
                  "a handler's first argument is what the JSON becomes");
    return [function = std::move(function), take, what](task& t) mutable -> std::string {
        auto argument = read<argument_type>(take(t), what);
        if constexpr (std::is_void_v<decltype(call(function, argument, t))>) {
            call(function, argument, t);
            return "null";
        } else {
            return write(call(function, argument, t), "the result");
        }
    };
}

}  // namespace json_detail

/// A handler of a fan-out's tasks: `function` gets what stands under "item".
/// @param function  `Result(Argument)` or `Result(Argument, fanout::task&)`: a function, or a lambda whose
///                  parameters have types (not auto)
template <typename Function> handler on_item(Function function) {
    return json_detail::adapt(std::move(function), json_detail::item_of, "the item");
}

/// A handler of a single step's task, or of a fan-out's with context: `function` gets the whole input, an
/// object with "run" and the dependencies' outputs, or with "item" and the context.
/// @param function  as on_item takes it
template <typename Function> handler on_input(Function function) {
    return json_detail::adapt(std::move(function), json_detail::input_of, "the input");
}

/// task::heartbeat with a value. Throws std::invalid_argument where it can't be written as JSON.
template <typename Value> void heartbeat(const task& t, const Value& details) {
    t.heartbeat(json_detail::write(details, "the heartbeat"));
}

/// task::progress as a value; nothing where there is none. Throws final_error where it can't be read as a T.
template <typename T> std::optional<T> progress(const task& t) {
    if (t.progress.empty()) return std::nullopt;
    return json_detail::read<T>(json_detail::parse(t.progress, "the progress"), "the progress");
}

}  // namespace v1
}  // namespace fanout
