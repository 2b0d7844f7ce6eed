# Fits by the R package BTYD.
#
# Rscript btyd_side.R bgnbd|paretonbd FOLDER

arguments <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "worker.R"))
version <- found("BTYD")

run <- function(cbs) {
  if (arguments[1] == "bgnbd") BTYD::bgnbd.EstimateParameters(cbs) else BTYD::pnbd.EstimateParameters(cbs)
}

serve(version, function() histories(arguments[2]), run, identity)
