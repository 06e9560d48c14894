-- What wrk sends, and what it says at the end. Takes a file with one request in each line: method, path,
-- bearer, body, divided by tabs; sends them in turn.
local requests, next = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local method, path, bearer, body = line:match("^(.-)\t(.-)\t(.-)\t(.*)$")
    local headers = {}
    if bearer ~= "" then headers["authorization"] = "Bearer " .. bearer end
    if body ~= "" then headers["content-type"] = "application/json" end
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
end

function request()
  next = next % #requests + 1
  return requests[next]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests":%d,"micros":%d,"failed":%d,"p50":%d,"p99":%d,"p999":%d}',
    summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
end
