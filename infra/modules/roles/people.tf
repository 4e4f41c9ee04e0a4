module "auditor" {
  source = "../role"

  name  = "${var.name}-auditor"
  trust = templatefile("${local.trust}/people.json.tftpl", { people = var.people.auditor })
  policies = {
    read  = local.read_ledger
    trail = local.read_trail
    only  = local.read_only
  }
}

module "infrastructure" {
  source = "../role"

  name     = "${var.name}-infrastructure"
  trust    = templatefile("${local.trust}/people.json.tftpl", { people = var.people.infrastructure })
  policies = { settings = templatefile("${local.policies}/infrastructure.json.tftpl", var.names) }
}

module "eraser" {
  source = "../role"

  name     = "${var.name}-eraser"
  trust    = templatefile("${local.trust}/people.json.tftpl", { people = var.people.eraser })
  policies = { erase = templatefile("${local.policies}/erase.json.tftpl", var.names) }
}
