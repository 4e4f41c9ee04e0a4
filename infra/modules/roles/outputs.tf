output "auditor" {
  value = module.auditor.arn
}

output "verifier" {
  value = module.verifier.arn
}

output "arns" {
  value = {
    writers              = { for key, role in module.writer : key => role.arn }
    pull_request_writers = { for key, role in module.pull_request_writer : key => role.arn }
    deployment_readers   = { for key, role in module.deployment_reader : key => role.arn }
    sealer               = module.sealer.arn
    verifier             = module.verifier.arn
    auditor              = module.auditor.arn
    infrastructure       = module.infrastructure.arn
    keeper               = module.keeper.arn
    eraser               = module.eraser.arn
  }
}
