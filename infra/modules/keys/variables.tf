variable "name" {
  description = "First part of the aliases."
  type        = string
}

variable "account" {
  description = "Account that holds the keys."
  type        = string
}

variable "region" {
  description = "Region of the buckets that use them."
  type        = string
}

variable "log_key_spec" {
  description = "Of the key that signs checkpoints; as in the root module, which checks it."
  type        = string
}

variable "sealer_role" {
  description = "The one role that signs checkpoints, and countersigns receipts."
  type        = string
}

variable "writer_roles" {
  description = "The roles that sign records: of protected branches, never of pull requests."
  type        = list(string)
}
