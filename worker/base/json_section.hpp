// Reading a JSON file object by object, with errors that name file, line and key.
#pragma once

#include "base/json_text.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fanout::worker_detail {

/// A configuration that can't be used; the message names file, line and key.
class configuration_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A value of the file: where it stands, and what it says.
struct json_place {
    std::string_view text;  ///< as it stands in the file
    std::string path;       ///< its keys from the top, with dots: handlers.resize.argv
    nlohmann::json value;
};

/// One object of a file. Every key is read by somebody or is an error, and none comes twice.
class section {
public:
    /// Reads a file; throws configuration_error where it can't be read or is no JSON object.
    static section of_file(const std::string& file);
    /// An object within: throws where that is none.
    section(const section& parent, const json_place& at);

    using reader = std::function<void(const json_place&)>;

    /// Hands each value to the reader of its key.
    void read(const std::map<std::string, reader>& keys) const;
    /// Hands every value to one reader, whatever its key: for objects whose keys are names.
    void read_each(const std::function<void(const std::string& key, const json_place&)>& use) const;

    bool contains(const std::string& key) const;

    // Readers of the usual kinds of value. They keep a reference to `into`.
    reader text(std::string& into) const;
    reader texts(std::vector<std::string>& into) const;
    reader boolean(bool& into) const;
    reader number(int& into, int64_t least, int64_t most) const;
    reader number(size_t& into, int64_t least, int64_t most) const;
    reader milliseconds(std::chrono::milliseconds& into, int64_t least, int64_t most) const;
    /// One of these words.
    reader choice(std::string& into, const std::vector<std::string>& words) const;

    /// Throws; the problem reads on after the key: `is not a text`.
    [[noreturn]] void fail(const json_place& at, const std::string& problem) const;
    /// The same about a key of this object, which may be missing.
    [[noreturn]] void fail_key(const std::string& key, const std::string& problem) const;

private:
    struct source {
        std::string file, text;
    };
    section(std::shared_ptr<const source> from, const json_place& at);
    json_place place(const json_member& m) const;
    int64_t whole_number(const json_place& at, int64_t least, int64_t most) const;

    std::shared_ptr<const source> source_;
    json_place at_;
    std::vector<json_member> members_;
};

}  // namespace fanout::worker_detail
