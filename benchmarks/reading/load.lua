-- Sends the lines of a file in turn: GET them as paths, or POST them as bodies to the URL's own path.
-- Arguments after `--`: the file, then GET or POST. Ends with one line of JSON.
local requests, at = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    if arguments[2] == "POST" then
      requests[#requests + 1] = wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, line)
    else
      requests[#requests + 1] = wrk.format("GET", line)
    end
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    '\n{"requests": %d, "seconds": %f, "failed": %d, "p50": %f, "p99": %f}\n',
    summary.requests, summary.duration / 1e6, failed,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000
  ))
end
