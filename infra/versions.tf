terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

# Both accounts are named, so that credentials of another account fail at once instead of building a ledger somewhere else.
provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]
}

provider "aws" {
  alias               = "logs"
  region              = var.region
  allowed_account_ids = [var.logs_account_id]
  profile             = var.logs_profile
}
