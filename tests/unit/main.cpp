// The main function of the unit tests, with a reporter that prints TAP: one line a test case.
#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

namespace {

#if CATCH_VERSION_MAJOR < 3
class tap_reporter;
using reporter_base = Catch::StreamingReporterBase<tap_reporter>;
#else
using reporter_base = Catch::StreamingReporterBase;
#endif

class tap_reporter : public reporter_base {
public:
    using reporter_base::reporter_base;
    static std::string getDescription() { return "TAP, one line a test case"; }

    void assertionStarting(const Catch::AssertionInfo&) override {}

#if CATCH_VERSION_MAJOR < 3
    bool assertionEnded(const Catch::AssertionStats& stats) override {
        explain(stats.assertionResult);
        return true;
    }
#else
    void assertionEnded(const Catch::AssertionStats& stats) override {
        explain(stats.assertionResult);
    }
#endif

    void testCaseEnded(const Catch::TestCaseStats& stats) override {
        out() << (stats.totals.assertions.failed > 0 ? "not ok " : "ok ") << ++number_ << " - "
              << test_of(stats).name << "\n";
        reporter_base::testCaseEnded(stats);
    }

    void testRunEnded(const Catch::TestRunStats& stats) override {
        out() << "1.." << number_ << std::endl;
        reporter_base::testRunEnded(stats);
    }

private:
#if CATCH_VERSION_MAJOR < 3
    std::ostream& out() {
        return stream;
    }
    static const Catch::TestCaseInfo& test_of(const Catch::TestCaseStats& stats) {
        return stats.testInfo;
    }
#else
    std::ostream& out() {
        return m_stream;
    }
    static const Catch::TestCaseInfo& test_of(const Catch::TestCaseStats& stats) {
        return *stats.testInfo;
    }
#endif

    void explain(const Catch::AssertionResult& result) {
        if (result.isOk()) return;
        out() << "# " << result.getSourceInfo().file << ":" << result.getSourceInfo().line << ": "
              << result.getExpressionInMacro() << "\n";
        if (result.hasExpandedExpression()) out() << "#   with " << result.getExpandedExpression() << "\n";
        if (result.hasMessage()) out() << "#   " << result.getMessage() << "\n";
    }

    int number_ = 0;
};

}  // namespace

CATCH_REGISTER_REPORTER("tap_cases", tap_reporter)

int main(int argc, char** argv) {
    return Catch::Session().run(argc, argv);
}
