#include "fanout/json.hpp"

#include "catch.hpp"

#include <cmath>
#include <map>
#include <vector>

using namespace std::chrono_literals;

namespace {

struct photo {
    std::string file;
    int width;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(photo, file, width)

struct album {
    std::vector<photo> run;
    std::map<std::string, int> sizes;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(album, run, sizes)

struct even {
    int value;
};
void from_json(const nlohmann::json& j, even& e) {
    e.value = j.get<int>();
    if (e.value % 2 != 0) throw std::invalid_argument("it is odd");
}

class recorder : public fanout::heartbeat_sink {
public:
    void heartbeat(std::string details) override { last = std::move(details); }
    std::string last;
};

recorder heard;

std::string call(const fanout::handler& function, const std::string& input,
                 const std::string& progress = "") {
    const std::string name = "name";
    fanout::task t{name, name, name, 0, 1, input, progress, std::chrono::steady_clock::now() + 10s,
                   {},   heard};
    return function(t);
}

std::string final_problem(const fanout::handler& function, const std::string& input,
                          const std::string& progress = "") {
    try {
        call(function, input, progress);
        return "";
    } catch (const fanout::final_error& e) {
        return e.what();
    }
}

int width(const photo& p) {
    return p.width;
}

const char* const a_photo = R"({"item": {"file": "a.jpg", "width": 640}})";

}  // namespace

TEST_CASE("an item becomes the handler's argument, and its result JSON") {
    CHECK(call(fanout::on_item([](const photo& p) {
                   return photo{p.file + ".small", p.width / 2};
               }),
               a_photo) == R"({"file":"a.jpg.small","width":320})");
    CHECK(call(fanout::on_item(width), a_photo) == "640");
    CHECK(call(fanout::on_item([](const std::string& s) { return s + "!"; }), R"({"item": "é\n"})") ==
          R"("é\n!")");
    CHECK(call(fanout::on_item([](std::vector<int> v) { return v.size(); }), R"({"item": [1, 2]})") == "2");
    CHECK(call(fanout::on_item([](nlohmann::json j) { return j; }), R"({"item": null})") == "null");
    CHECK(call(fanout::on_item([](photo&& p) { return std::move(p.file); }), a_photo) == R"("a.jpg")");
    CHECK(call(fanout::on_item([n = 1](int i) mutable noexcept { return i + n++; }), R"({"item": 1})") ==
          "2");
}

TEST_CASE("a handler that returns nothing has null as its output") {
    CHECK(call(fanout::on_item([](const photo&) {}), a_photo) == "null");
}

TEST_CASE("a handler can take the whole input") {
    const auto handler = fanout::on_input([](const album& a) { return a.run.at(0).width + a.sizes.at("x"); });
    CHECK(call(handler, R"({"run": [{"file": "a", "width": 1}], "sizes": {"x": 2}})") == "3");
}

TEST_CASE("a handler can take its task, too") {
    const auto handler = fanout::on_item([](int n, fanout::task& t) { return n + t.attempt; });
    CHECK(call(handler, R"({"item": 41})") == "42");
}

TEST_CASE("an input that doesn't fit is a final error that says why") {
    const auto of_photo = fanout::on_item(width);
    CHECK(final_problem(of_photo, R"({"item": {"file": "a"}})") ==
          R"(the item is not what the handler takes: key 'width' not found, in {"file":"a"})");
    CHECK(final_problem(of_photo, R"({"item": {"file": "a", "width": "x"}})") ==
          "the item is not what the handler takes: type must be number, but is string, in "
          R"({"file":"a","width":"x"})");
    CHECK(final_problem(of_photo, R"({"run": 1})") == "the input has no item: is the step a fan-out?");
    CHECK(final_problem(of_photo, "[]") == "the input has no item: is the step a fan-out?");
    CHECK(final_problem(fanout::on_input([](const album&) {}), R"({"run": []})") ==
          R"(the input is not what the handler takes: key 'sizes' not found, in {"run":[]})");
    CHECK(final_problem(fanout::on_item([](even) {}), R"({"item": 3})") ==
          "the item is not what the handler takes: it is odd, in 3");
}

TEST_CASE("a long input is cut short in an error, between characters") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "é";
    const std::string problem = final_problem(fanout::on_item([](int) {}), R"({"item": ")" + text + "\"}");
    CHECK(problem.size() < 300);
    CHECK_THAT(problem, Catch::EndsWith("..."));
}

TEST_CASE("what the handler itself throws stays what it is") {
    const auto handler = fanout::on_item([](int n) -> int {
        if (n == 0) return nlohmann::json::parse("{")["a"];
        throw fanout::retry_error("busy", 5s);
    });
    CHECK_THROWS_AS(call(handler, R"({"item": 0})"), nlohmann::json::exception);
    CHECK_THROWS_AS(call(handler, R"({"item": 1})"), fanout::retry_error);
}

TEST_CASE("a result that is no JSON is an error that says so") {
    const auto handler = fanout::on_item([](int) { return std::string("\xff"); });
    CHECK_THROWS_WITH(call(handler, R"({"item": 0})"),
                      "the result can't be written as JSON: invalid UTF-8 byte at index 0: 0xFF");
}

TEST_CASE("heartbeats and progress are values, too") {
    const auto handler = fanout::on_item([](int, fanout::task& t) {
        const auto before = fanout::progress<photo>(t);
        fanout::heartbeat(t, photo{"b", before ? before->width + 1 : 0});
    });
    call(handler, R"({"item": 0})");
    CHECK(heard.last == R"({"file":"b","width":0})");
    call(handler, R"({"item": 0})", heard.last);
    CHECK(heard.last == R"({"file":"b","width":1})");
    CHECK(final_problem(handler, R"({"item": 0})", "[]") ==
          "the progress is not what the handler takes: cannot use at() with array, in []");
}

TEST_CASE("numbers that a C++ handler passes on") {
    const auto same = fanout::on_item([](const nlohmann::json& value) { return value; });
    auto passed = [&](const std::string& item) { return call(same, "{\"item\": " + item + "}"); };
    for (const char* exact : {"9007199254740993", "-9223372036854775808", "18446744073709551615", "0.1",
                              "1.5e+300", R"([0.5,{"a\"b":[1,0.25,"x"],"c":[]}])"}) {
        CHECK(passed(exact) == exact);
    }
    // As the database has it.
    CHECK(passed("100000000000000000000000") == "1e+23");
    CHECK(passed("2.0") == "2.0");
    CHECK_THAT(final_problem(same, "{\"item\": 1" + std::string(400, '0') + "}"),
               Catch::Contains("the item can't be read: number overflow"));
    const auto none = fanout::on_item([](double) { return std::vector<double>{1.5, std::nan("")}; });
    CHECK_THROWS_WITH(call(none, R"({"item": 1})"), "the result can't be written: JSON has no nan");
    CHECK_THROWS_WITH(call(fanout::on_item([](double x) { return std::exp(x); }), R"({"item": 1000})"),
                      "the result can't be written: JSON has no inf");
}
