variable "provider_arn" {
  description = "The provider where the account has one already; null makes it."
  type        = string
  default     = null
}
