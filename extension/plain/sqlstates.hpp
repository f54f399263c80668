// The SQLSTATEs of pgfanout, class PF. docs/sql-errors.md lists them for users.
#pragma once

namespace fanout::sqlstate {

inline constexpr char invalid_argument[] = "PFARG";
inline constexpr char invalid_slug[] = "PFSLG";
inline constexpr char unknown_flow[] = "PFFLO";
inline constexpr char unknown_step[] = "PFSTP";
inline constexpr char unknown_dependency[] = "PFDEP";
inline constexpr char cycle[] = "PFCYC";
inline constexpr char invalid_handler[] = "PFHDL";
inline constexpr char invalid_source[] = "PFSRC";
inline constexpr char unknown_run[] = "PFRUN";
inline constexpr char run_conflict[] = "PFDUP";
inline constexpr char not_ready[] = "PFRDY";
inline constexpr char not_claimed[] = "PFTSK";
inline constexpr char stale_claim[] = "PFSTL";
inline constexpr char unknown_worker[] = "PFWRK";
inline constexpr char unknown_protocol[] = "PFPRO";
inline constexpr char sequence_conflict[] = "PFSEQ";
inline constexpr char not_owner[] = "PFOWN";
inline constexpr char in_transaction[] = "PFTXN";
inline constexpr char task_timeout[] = "PFTIM";
inline constexpr char final_error[] = "PFFIN";
inline constexpr char unknown_limit[] = "PFLIM";
inline constexpr char flow_in_use[] = "PFUSE";
inline constexpr char limit_in_use[] = "PFUSE";
inline constexpr char still_stopping[] = "PFBSY";
inline constexpr char not_open[] = "PFOPN";
inline constexpr char nested_too_deep[] = "PFNST";
inline constexpr char invalid_output[] = "PFOUT";
inline constexpr char rows_missing[] = "PFMIS";
inline constexpr char engine_error[] = "PFENG";
inline constexpr char stays_in_session[] = "PFSES";
inline constexpr char beyond_ceiling[] = "PFMAX";
inline constexpr char database_copy[] = "PFCPY";
inline constexpr char schema_version[] = "PFVER";

// PostgreSQL's own.
inline constexpr char serialization_failure[] = "40001";
inline constexpr char unique_violation[] = "23505";
inline constexpr char object_in_use[] = "55006";
inline constexpr char lock_not_available[] = "55P03";

}  // namespace fanout::sqlstate
