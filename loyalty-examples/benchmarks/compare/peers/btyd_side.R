# Fits by the R package BTYD.
#
# Rscript btyd_side.R bgnbd|paretonbd FOLDER

arguments <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "worker.R"))
version <- found("BTYD")

# The manual merges customers for Pareto/NBD only.
run <- function(cbs) {
  if (arguments[1] == "bgnbd") {
    bgnbd.EstimateParameters(cbs)
  } else {
    pnbd.EstimateParameters(dc.compress.cbs(cbs, rounding = 6))
  }
}

serve(version, function() histories(arguments[2]), run, function(result) as.numeric(unlist(result))[1:4])
