output "ledger" {
  description = "For --ledger and the input of the actions. The bucket encrypts by itself: the URI names no key."
  value       = "s3://${local.evidence}?region=${var.region}&owner=${var.account_id}"
}

output "identities" {
  description = "For --identities."
  value       = "s3://${local.identities}?region=${var.region}&owner=${var.account_id}"
}

output "attachments" {
  description = "For --attachments."
  value       = "s3://${local.attachments}?region=${var.region}&owner=${var.account_id}"
}

output "roles" {
  description = "For role-to-assume of each workflow, by repository; then the roles of services and people."
  value       = module.roles.arns
}

output "signing_key" {
  description = "For --key and the input signing-key of writers: the KMS key that signs records."
  value       = "awskms:///${module.keys.record}"
}

output "log_key" {
  description = "For --log-key and the input log-key of whoever seals: the KMS key that signs checkpoints."
  value       = "awskms:///${module.keys.log}"
}

output "countersigning_key" {
  description = "For --key of proofrail seal and the input signing-key of whoever seals with issuer: the KMS key of the sealer's own records."
  value       = "awskms:///${module.keys.countersign}"
}

output "trail" {
  description = "Trail whose log files lie in the second account."
  value       = module.cloudtrail.arn
}
