locals {
  evidence    = "${var.name}-evidence"
  identities  = "${var.name}-identities"
  attachments = "${var.name}-attachments"
  trail       = "${var.name}-trail"
  role        = "arn:aws:iam::${var.account_id}:role/proofrail/${var.name}"

  # By name and not by reference: a bucket names roles in its policy, and the roles name the bucket in theirs.
  infrastructure_role = "${local.role}-infrastructure"
  keeper_role         = "${local.role}-keeper"
  eraser_role         = "${local.role}-eraser"
  sealer_role         = "${local.role}-sealer"
  writer_roles        = [for key in keys(var.repositories) : "${local.role}-${key}-writer"]
  trail_arn           = "arn:aws:cloudtrail:${var.region}:${var.account_id}:trail/${var.name}"
}

module "keys" {
  source = "./modules/keys"

  name         = var.name
  account      = var.account_id
  region       = var.region
  log_key_spec = var.log_key_spec
  sealer_role  = local.sealer_role
  writer_roles = local.writer_roles
}

module "evidence" {
  source = "./modules/bucket"

  bucket    = local.evidence
  kms_key   = module.keys.evidence
  lock_days = var.retention_days
  policy = templatefile("${path.module}/policies/buckets/evidence.json.tftpl", {
    bucket              = local.evidence
    kms_key             = module.keys.evidence
    infrastructure_role = local.infrastructure_role
    keeper_role         = local.keeper_role
    sealer_role         = local.sealer_role
    most_retention_days = var.most_retention_days
  })
}

module "identities" {
  source = "./modules/bucket"

  bucket  = local.identities
  kms_key = module.keys.identities
  policy = templatefile("${path.module}/policies/buckets/erasable.json.tftpl", {
    bucket              = local.identities
    kms_key             = module.keys.identities
    infrastructure_role = local.infrastructure_role
    eraser_role         = local.eraser_role
  })
}

module "attachments" {
  source = "./modules/bucket"

  bucket  = local.attachments
  kms_key = module.keys.attachments
  policy = templatefile("${path.module}/policies/buckets/erasable.json.tftpl", {
    bucket              = local.attachments
    kms_key             = module.keys.attachments
    infrastructure_role = local.infrastructure_role
    eraser_role         = local.eraser_role
  })
}

module "github_oidc" {
  source = "./modules/github-oidc"

  provider_arn = var.oidc_provider_arn
  audience     = var.token_audience
}

module "roles" {
  source = "./modules/roles"

  name         = var.name
  provider_arn = module.github_oidc.provider_arn
  audience     = var.token_audience
  repositories = var.repositories
  services     = var.services
  people       = var.people

  # What the policies of roles may name.
  names = {
    account             = var.account_id
    region              = var.region
    bucket              = local.evidence
    identities_bucket   = local.identities
    attachments_bucket  = local.attachments
    trail_bucket        = local.trail
    kms_key             = module.keys.evidence
    identities_kms_key  = module.keys.identities
    attachments_kms_key = module.keys.attachments
    log_key             = module.keys.log
    countersign_key     = module.keys.countersign
    record_key          = module.keys.record
  }
}

module "trail_bucket" {
  source    = "./modules/bucket"
  providers = { aws = aws.logs }

  bucket    = local.trail
  lock_days = var.retention_days
  policy = templatefile("${path.module}/policies/buckets/trail.json.tftpl", {
    bucket        = local.trail
    account       = var.account_id
    trail         = local.trail_arn
    auditor_role  = module.roles.auditor
    verifier_role = module.roles.verifier
  })
}

module "cloudtrail" {
  source     = "./modules/cloudtrail"
  depends_on = [module.trail_bucket]

  name         = var.name
  trail_bucket = local.trail
  buckets      = [module.evidence.arn, module.identities.arn, module.attachments.arn]
}
