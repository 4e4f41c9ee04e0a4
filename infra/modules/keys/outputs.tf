output "evidence" {
  value = aws_kms_key.bucket["evidence"].arn
}

output "identities" {
  value = aws_kms_key.bucket["identities"].arn
}

output "attachments" {
  value = aws_kms_key.bucket["attachments"].arn
}

output "log" {
  value = aws_kms_key.log.arn
}

output "countersign" {
  value = aws_kms_key.countersign.arn
}

output "record" {
  value = aws_kms_key.record.arn
}
