#include "base/json_section.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <set>

namespace fanout::worker_detail {
namespace {

using nlohmann::json;

std::string read_file(const std::string& file) {
    std::ifstream stream(file);
    if (!stream) throw configuration_error(file + ": can't be read: " + strerror(errno));
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Which line and column a byte of the file is on; bytes count from 1.
std::string line_and_column(const std::string& text, size_t byte) {
    const std::string before = text.substr(0, byte == 0 ? 0 : byte - 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const size_t start = before.rfind('\n');
    const size_t column = start == std::string::npos ? before.size() + 1 : before.size() - start;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
    return result;
}

}  // namespace

section section::of_file(const std::string& file) {
    auto from = std::make_shared<source>(source{file, read_file(file)});
    try {
        json value = json::parse(from->text);
        return {from, {from->text, "", std::move(value)}};
    } catch (const json::parse_error& e) {
        const std::string what = e.what();
        const size_t reason = what.find(": ");
        throw configuration_error(file + ": " + line_and_column(from->text, e.byte) + ": " +
                                  what.substr(reason == std::string::npos ? 0 : reason + 2));
    }
}

section::section(const section& parent, const json_place& at) : section(parent.source_, at) {}

section::section(std::shared_ptr<const source> from, const json_place& at)
    : source_(std::move(from)), at_(at) {
    auto members = json_members(at_.text);
    if (!members) fail(at_, "is not an object");
    members_ = std::move(*members);
    std::set<std::string> seen;
    for (const json_member& m : members_) {
        if (!seen.insert(m.key).second) fail(place(m), "is there twice");
    }
}

json_place section::place(const json_member& m) const {
    return {m.value, at_.path + (at_.path.empty() ? "" : ".") + m.key, json::parse(m.value)};
}

void section::read(const std::map<std::string, reader>& keys) const {
    for (const json_member& m : members_) {
        auto known = keys.find(m.key);
        if (known != keys.end()) {
            known->second(place(m));
            continue;
        }
        std::vector<std::string> names;
        for (const auto& entry : keys) names.push_back(entry.first);
        fail(place(m), "is an unknown key; known are " + joined(names));
    }
}

void section::read_each(const std::function<void(const std::string&, const json_place&)>& use) const {
    for (const json_member& m : members_) use(m.key, place(m));
}

bool section::contains(const std::string& key) const {
    return std::any_of(members_.begin(), members_.end(), [&](const json_member& m) { return m.key == key; });
}

section::reader section::text(std::string& into) const {
    return [this, &into](const json_place& at) {
        if (!at.value.is_string() || at.value.get<std::string>().empty()) fail(at, "is not a text, or empty");
        into = at.value.get<std::string>();
    };
}

section::reader section::texts(std::vector<std::string>& into) const {
    return [this, &into](const json_place& at) {
        auto is_text = [](const json& e) { return e.is_string(); };
        if (!at.value.is_array() || at.value.empty() ||
            !std::all_of(at.value.begin(), at.value.end(), is_text)) {
            fail(at, "is not an array of texts, or empty");
        }
        into = at.value.get<std::vector<std::string>>();
    };
}

section::reader section::boolean(bool& into) const {
    return [this, &into](const json_place& at) {
        if (!at.value.is_boolean()) fail(at, "is neither true nor false");
        into = at.value.get<bool>();
    };
}

int64_t section::whole_number(const json_place& at, int64_t least, int64_t most) const {
    if (!at.value.is_number_integer() || at.value.get<int64_t>() < least || at.value.get<int64_t>() > most) {
        fail(at, "is not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return at.value.get<int64_t>();
}

section::reader section::number(int& into, int64_t least, int64_t most) const {
    return [=, this, &into](const json_place& at) { into = static_cast<int>(whole_number(at, least, most)); };
}

section::reader section::number(size_t& into, int64_t least, int64_t most) const {
    return
        [=, this, &into](const json_place& at) { into = static_cast<size_t>(whole_number(at, least, most)); };
}

section::reader section::milliseconds(std::chrono::milliseconds& into, int64_t least, int64_t most) const {
    return [=, this, &into](const json_place& at) {
        into = std::chrono::milliseconds(whole_number(at, least, most));
    };
}

section::reader section::choice(std::string& into, const std::vector<std::string>& words) const {
    return [=, this, &into](const json_place& at) {
        if (!at.value.is_string() ||
            std::find(words.begin(), words.end(), at.value.get_ref<const std::string&>()) == words.end()) {
            fail(at, "is none of " + joined(words));
        }
        into = at.value.get<std::string>();
    };
}

void section::fail(const json_place& at, const std::string& problem) const {
    const char* start = source_->text.data();
    const size_t space = at.text.find_first_not_of(" \t\r\n");
    const char* value = at.text.data() + (space == std::string_view::npos ? 0 : space);
    const auto line = std::count(start, value, '\n') + 1;
    throw configuration_error(source_->file + ": line " + std::to_string(line) + ": " +
                              (at.path.empty() ? "the file" : "\"" + at.path + "\"") + " " + problem);
}

void section::fail_key(const std::string& key, const std::string& problem) const {
    for (const json_member& m : members_) {
        if (m.key == key) fail(place(m), problem);
    }
    fail({at_.text, at_.path + (at_.path.empty() ? "" : ".") + key, {}}, problem);
}

}  // namespace fanout::worker_detail
