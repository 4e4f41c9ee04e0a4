locals {
  service = {
    provider      = var.provider_arn
    audience      = var.audience
    owner         = var.services.owner
    owner_id      = var.services.owner_id
    repository    = var.services.name
    repository_id = var.services.id
    branch        = var.services.branch
  }
  read_ledger = templatefile("${local.policies}/read-ledger.json.tftpl", var.names)
  read_trail  = templatefile("${local.policies}/read-trail.json.tftpl", var.names)
  read_only   = templatefile("${local.policies}/write-nothing.json.tftpl", {})
}

module "sealer" {
  source = "../role"

  name  = "${var.name}-sealer"
  trust = templatefile("${local.trust}/protected-branch.json.tftpl", merge(local.service, { workflows = var.services.sealer_workflows }))
  policies = {
    seal = templatefile("${local.policies}/seal.json.tftpl", merge(var.names, { stream = var.services.id }))
  }
}

module "verifier" {
  source = "../role"

  name  = "${var.name}-verifier"
  trust = templatefile("${local.trust}/protected-branch.json.tftpl", merge(local.service, { workflows = var.services.verifier_workflows }))
  policies = {
    read  = local.read_ledger
    trail = local.read_trail
    only  = local.read_only
  }
}

# Where no workflow is named, nobody takes it: no name of a workflow is "none".
module "keeper" {
  source = "../role"

  name  = "${var.name}-keeper"
  trust = templatefile("${local.trust}/protected-branch.json.tftpl", merge(local.service, { workflows = coalescelist(var.services.keeper_workflows, ["none"]) }))
  policies = {
    lengthen = templatefile("${local.policies}/lengthen.json.tftpl", var.names)
  }
}
