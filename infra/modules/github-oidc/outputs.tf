output "provider_arn" {
  value = var.provider_arn == null ? aws_iam_openid_connect_provider.github[0].arn : var.provider_arn
}
