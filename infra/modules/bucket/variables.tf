variable "bucket" {
  description = "Name of the bucket."
  type        = string
}

variable "policy" {
  description = "Bucket policy, as JSON."
  type        = string
}

variable "kms_key" {
  description = "KMS key that encrypts each object; null: SSE-S3."
  type        = string
  default     = null
}

variable "lock_days" {
  description = "Days of COMPLIANCE for each new object; null: no Object Lock and no versions, so that erasing leaves nothing behind."
  type        = number
  default     = null
}
