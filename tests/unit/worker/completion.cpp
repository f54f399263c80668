#include "control/completion.hpp"

#include "control/commands.hpp"

#include "catch.hpp"

using namespace fanout::control;
using words = std::vector<std::string>;

namespace {

/// A command line with two commands.
class fixture {
public:
    fixture() {
        app_.add_option("-d,--connection", text_)->type_name("CONNECTION");
        app_.add_flag("--json", flag_);
        CLI::App* draw = app_.add_subcommand("draw");
        draw->add_option("FLOW", text_);
        draw->add_option("STEP", text_);
        one_of(draw->add_option("--format", text_), {"text", "dot"});
        draw->add_flag("--wait", flag_);
        one_of(app_.add_subcommand("pause")->add_option("KIND", text_), {"queue", "flow"});
        app_.add_subcommand("hidden")->group("");
    }

    words complete(const words& written) {
        return completions(app_, written, [](const std::string& kind) {
            return kind == "FLOW" ? words{"letters", "numbers"} : words{};
        });
    }

private:
    CLI::App app_;
    std::string text_;
    bool flag_ = false;
};

}  // namespace

TEST_CASE_METHOD(fixture, "commands come first, but for hidden ones") {
    CHECK(complete({}) == words{"draw", "pause"});
    CHECK(complete({""}) == words{"draw", "pause"});
    CHECK(complete({"p"}) == words{"pause"});
    CHECK(complete({"x"}).empty());
    CHECK(complete({"-d", "dbname=x", "dr"}) == words{"draw"});
    CHECK(complete({"--json", "dr"}) == words{"draw"});
}

TEST_CASE_METHOD(fixture, "a flow is looked up where one may stand") {
    CHECK(complete({"draw", ""}) == words{"letters", "numbers"});
    CHECK(complete({"draw", "n"}) == words{"numbers"});
    CHECK(complete({"draw", "--wait", "n"}) == words{"numbers"});
    CHECK(complete({"draw", "numbers", "n"}).empty());
}

TEST_CASE_METHOD(fixture, "an argument that is one of some words is one of these") {
    CHECK(complete({"pause", ""}) == words{"flow", "queue"});
    CHECK(complete({"draw", "--format", ""}) == words{"dot", "text"});
    CHECK(complete({"draw", "--format", "d"}) == words{"dot"});
    CHECK(complete({"-d", ""}).empty());
}

TEST_CASE_METHOD(fixture, "options are the command's and everybody's") {
    CHECK(complete({"draw", "--"}) == words{"--connection", "--format", "--help", "--json", "--wait"});
    CHECK(complete({"--j"}) == words{"--json"});
}
