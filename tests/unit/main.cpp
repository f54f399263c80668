// The main function of the unit tests, with a reporter that prints TAP: one line a test case.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

namespace {

class tap_reporter : public Catch::StreamingReporterBase<tap_reporter> {
public:
    using StreamingReporterBase::StreamingReporterBase;
    static std::string getDescription() { return "TAP, one line a test case"; }

    void assertionStarting(const Catch::AssertionInfo&) override {}

    bool assertionEnded(const Catch::AssertionStats& stats) override {
        const Catch::AssertionResult& result = stats.assertionResult;
        if (result.isOk()) return true;
        stream << "# " << result.getSourceInfo().file << ":" << result.getSourceInfo().line << ": "
               << result.getExpressionInMacro() << "\n";
        if (result.hasExpandedExpression()) stream << "#   with " << result.getExpandedExpression() << "\n";
        if (result.hasMessage()) stream << "#   " << result.getMessage() << "\n";
        return true;
    }

    void testCaseEnded(const Catch::TestCaseStats& stats) override {
        stream << (stats.totals.assertions.failed > 0 ? "not ok " : "ok ") << ++number_ << " - "
               << stats.testInfo.name << "\n";
        StreamingReporterBase::testCaseEnded(stats);
    }

    void testRunEnded(const Catch::TestRunStats& stats) override {
        stream << "1.." << number_ << std::endl;
        StreamingReporterBase::testRunEnded(stats);
    }

private:
    int number_ = 0;
};

}  // namespace

CATCH_REGISTER_REPORTER("tap_cases", tap_reporter)
