variable "provider_arn" {
  description = "The provider where the account has one already; null makes it."
  type        = string
  default     = null
}

variable "audience" {
  description = "For whom GitHub's tokens have to be."
  type        = string
}
