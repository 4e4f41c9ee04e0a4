# Changes for tests, made from the allowed pull request of allowed-inputs.ts by JSON Patch.
package proofrail.testing.change

allowed := data.testing.pull_request

deployment := data.testing.deployment

but(path, value) := json.patch(allowed, [{"op": "replace", "path": path, "value": value}])

edited(edits) := json.patch(allowed, [{"op": "replace", "path": path, "value": value} | some path, value in edits])

without(path) := json.patch(allowed, [{"op": "remove", "path": path}])

unknown := {"known": false, "why": "forbidden"}

codes(reasons) := {reason.code | some reason in reasons}

older := "0123456789abcdef0123456789abcdef01234567"

pushed_at := allowed.change.last_push.value.at
