# Fits and scores by the R package CLVTools.
#
# Rscript clvtools_side.R bgnbd|paretonbd|score FOLDER

arguments <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "worker.R"))
version <- found("CLVTools")

fitted <- function(data) {
  if (arguments[1] == "bgnbd") bgnbd(data, verbose = FALSE) else pnbd(data, verbose = FALSE)
}

prepare <- function() {
  data <- clvdata(purchases(arguments[2]),
    date.format = "ymd", time.unit = "week",
    name.id = "Id", name.date = "Date", name.price = "Price"
  )
  if (arguments[1] == "score") fitted(data) else data
}

score <- function(model) predict(model, prediction.end = 39, predict.spending = FALSE, verbose = FALSE)

if (arguments[1] == "score") {
  serve(version, prepare, score, function(result) "it scores by the Pareto/NBD that it fitted itself")
} else {
  serve(version, prepare, fitted, function(result) stats::coef(result))
}
