// PostgreSQL's text form of a jsonb, so that a digest of it is the same in SQL and here.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace model {

using json = nlohmann::json;

std::string jsonb_text(const json& value);

/// The first eight digits of the MD5 of that.
std::string digest(const json& value);

/// A number below a million, from any text.
int hash(const std::string& text);

}  // namespace model
