locals {
  # One key each: whoever may decipher evidence may not thereby decipher who is who.
  buckets = toset(["evidence", "identities", "attachments"])

  bucket_key = templatefile("${path.module}/../../policies/keys/bucket-key.json.tftpl", {
    account = var.account
    region  = var.region
  })

  log_key = templatefile("${path.module}/../../policies/keys/log-key.json.tftpl", {
    account     = var.account
    sealer_role = var.sealer_role
  })

  record_key = templatefile("${path.module}/../../policies/keys/record-key.json.tftpl", {
    account      = var.account
    writer_roles = var.writer_roles
  })
}

resource "aws_kms_key" "bucket" {
  for_each = local.buckets

  description             = "Proofrail: ${each.key}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = local.bucket_key

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "bucket" {
  for_each = local.buckets

  name          = "alias/${var.name}-${each.key}"
  target_key_id = aws_kms_key.bucket[each.key].key_id
}

resource "aws_kms_key" "log" {
  description              = "Proofrail: signs checkpoints"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = var.log_key_spec
  deletion_window_in_days  = 30
  policy                   = local.log_key

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "log" {
  name          = "alias/${var.name}-log"
  target_key_id = aws_kms_key.log.key_id
}

# Apart from the log's: whoever stole one of the two could not make up a key of an issuer that counts.
resource "aws_kms_key" "countersign" {
  description              = "Proofrail: signs what the sealer learns of issuers, and countersigns receipts"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
  deletion_window_in_days  = 30
  policy                   = local.log_key

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "countersign" {
  name          = "alias/${var.name}-countersign"
  target_key_id = aws_kms_key.countersign.key_id
}

resource "aws_kms_key" "record" {
  description              = "Proofrail: signs records"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
  deletion_window_in_days  = 30
  policy                   = local.record_key

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "record" {
  name          = "alias/${var.name}-record"
  target_key_id = aws_kms_key.record.key_id
}
