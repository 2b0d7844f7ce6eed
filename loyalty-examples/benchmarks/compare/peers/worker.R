# A side of a comparison in R: obeys the orders that Worker.java describes, one a line.

# x, t_x and T of every customer, in weeks.
histories <- function(folder) {
  file <- file.path(folder, "histories.bin")
  values <- readBin(file, "double", file.size(file) / 8, endian = "little")
  matrix(values, ncol = 3, dimnames = list(NULL, c("x", "t.x", "T.cal")))
}

# The purchases as they were: Id, Date, Price.
purchases <- function(folder) {
  read.csv(file.path(folder, "purchases.csv"), colClasses = c("character", "character", "numeric"))
}

found <- function(name) {
  if (!suppressWarnings(suppressMessages(require(name, quietly = TRUE, character.only = TRUE)))) {
    cat("missing ", name, "\n", sep = "")
    quit(status = 0)
  }
  paste(name, utils::packageVersion(name))
}

peak.memory <- function() {
  line <- grep("^VmHWM:", readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("[^0-9]", "", line)) * 1024
}

# Lets the peak start from what is resident now, where the kernel allows it.
reset.peak.memory <- function() {
  try(suppressWarnings(cat("5", file = "/proc/self/clear_refs")), silent = TRUE)
}

# prepare() gives the data; run(data) gives whatever it finds; answer(that) gives numbers, or says why there are none.
serve <- function(version, prepare, run, answer) {
  say <- function(...) {
    cat(..., "\n", sep = "")
    flush(stdout())
  }
  orders <- file("stdin", "r")
  say("found ", version)
  data <- result <- NULL
  obey <- function(order) {
    if (order[1] == "prepare") {
      data <<- prepare()
      invisible(gc())
      reset.peak.memory()
      say("ready")
    } else if (order[1] == "run") {
      time <- system.time(invisible(capture.output(result <<- suppressMessages(run(data)))))
      say("ran ", time[["elapsed"]], " ", time[["user.self"]] + time[["sys.self"]])
    } else if (order[1] == "answer") {
      numbers <- answer(result)
      if (is.numeric(numbers)) {
        out <- file(order[2], "wb")
        writeBin(as.double(numbers), out, endian = "little")
        close(out)
        say("written")
      } else {
        say("none ", numbers)
      }
    } else if (order[1] == "memory") {
      say("peak ", format(peak.memory(), scientific = FALSE))
    }
  }
  while (length(line <- readLines(orders, 1)) > 0) {
    tryCatch(
      obey(strsplit(line, " ")[[1]]),
      error = function(e) say("failed ", gsub("[[:space:]]+", " ", conditionMessage(e)))
    )
  }
}
