locals {
  policies = "${path.module}/../../policies/roles"
  trust    = "${path.module}/../../policies/trust"

  claims = {
    for key, one in var.repositories : key => {
      provider      = var.provider_arn
      audience      = var.audience
      owner         = one.owner
      owner_id      = one.owner_id
      repository    = one.name
      repository_id = one.id
      branch        = one.branch
      workflows     = one.workflows
    }
  }

  deploying = { for key, one in var.repositories : key => one if one.environment != null && length(one.source_streams) > 0 }
}

module "writer" {
  source   = "../role"
  for_each = var.repositories

  name  = "${var.name}-${each.key}-writer"
  trust = templatefile("${local.trust}/protected-branch.json.tftpl", local.claims[each.key])
  policies = {
    ledger = templatefile("${local.policies}/write-ledger.json.tftpl", merge(var.names, { stream = each.value.id }))
    people = templatefile("${local.policies}/write-people.json.tftpl", merge(var.names, { stream = each.value.id }))
    sign   = templatefile("${local.policies}/sign-records.json.tftpl", var.names)
    # What pull requests wrote explains a merge to the verifier of merges, and allows nothing.
    pull-requests = templatefile("${local.policies}/read-stream.json.tftpl", merge(var.names, { stream = "${each.value.id}-pr" }))
  }
}

# The stream of its own is the whole difference: nothing in it ever satisfies anything.
module "pull_request_writer" {
  source   = "../role"
  for_each = var.repositories

  name  = "${var.name}-${each.key}-pr-writer"
  trust = templatefile("${local.trust}/pull-request.json.tftpl", local.claims[each.key])
  policies = {
    ledger = templatefile("${local.policies}/write-ledger.json.tftpl", merge(var.names, { stream = "${each.value.id}-pr" }))
    people = templatefile("${local.policies}/write-people.json.tftpl", merge(var.names, { stream = "${each.value.id}-pr" }))
  }
}

module "deployment_reader" {
  source   = "../role"
  for_each = local.deploying

  name = "${var.name}-${each.key}-deployment-reader"
  trust = templatefile("${local.trust}/environment.json.tftpl", merge(local.claims[each.key], {
    environment = each.value.environment
    workflows   = each.value.deployment_workflows
  }))
  policies = {
    for stream in each.value.source_streams :
    "stream-${stream}" => templatefile("${local.policies}/read-stream.json.tftpl", merge(var.names, { stream = stream }))
  }
}
